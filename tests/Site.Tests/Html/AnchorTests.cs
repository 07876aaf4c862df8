using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

public class AnchorTests
{
    [Theory]
    [InlineData(Generator.Hexo, "## VC v14: The  *Runtime*", "VC-v14-The-Runtime")]
    [InlineData(Generator.Hexo, "## 选举 Leader（一）", "选举-Leader（一）")]
    [InlineData(Generator.Hexo, "## -- C++ --", "C")]
    [InlineData(Generator.Jekyll, "## VC v14: The Runtime", "vc-v14-the-runtime")]
    [InlineData(Generator.Hugo, "## 选举 Leader（一）_x", "选举-leader一_x")]
    [InlineData(Generator.Hugo, "## Title {#own .big key=val}", "own")]
    [InlineData(Generator.Hugo, "## Title {.big}", "title")]
    [InlineData(Generator.None, "## Title {#own}", "own")]
    [InlineData(Generator.Hexo, "## {a .b}", "a-b")]
    public void A_heading_is_named_as_its_generator_names_it(Generator generator, string body, string id) =>
        Assert.Contains($"<h2 id=\"{id}\">", Example.Markdown(body, generator).Html);

    [Fact]
    public void Headings_of_one_text_are_told_apart() =>
        Assert.Equal("<h2 id=\"A\">A</h2>\n<h2 id=\"A-1\">A</h2>\n<h2 id=\"A-2\">A</h2>", Example.Markdown("## A\n\n## A\n\n## A"));

    [Theory]
    [InlineData("[x](#ACL)\n\n## acl", "#acl")]
    [InlineData("[x](#acl)\n\n## ACL", "#ACL")]
    [InlineData("[x](#1-安装-Install)\n\n## 1. 安装 Install", "#1-安装-Install")]
    [InlineData("[x](#1安装-install)\n\n## 1、安装 Install", "#1、安装-Install")]
    [InlineData("[x](#%E5%AE%89%E8%A3%85)\n\n## 安装", "#安装")]
    [InlineData("[x](#c)\n\n<p id=\"c\">d</p>", "#c")]
    [InlineData("[x](#c)\n\n<a name=\"C\"></a>d", "#C")]
    public void A_link_finds_its_place(string body, string href)
    {
        var draft = Example.Draft(body);
        Assert.Contains($"<a href=\"{href}\">x</a>", Example.Render(draft).Html);
        Assert.Contains($"id=\"{href[1..]}\"", Example.Render(draft).Html);
        Assert.Empty(draft.Notes);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_noted()
    {
        var draft = Example.Draft("one\n\ntwo [x](#gone) [top](#top)");
        Assert.Equal(new Reason(7, 9, "The link to #gone leads to no place of this page."), Assert.Single(draft.Notes));
    }

    [Theory]
    [InlineData("[TOC]\n\ntext")]
    [InlineData("[toc]\ntext")]
    [InlineData("@[TOC](目录)\n\ntext")]
    [InlineData("@[TOC](文章 目录)\ntext")]
    [InlineData("[[_TOC_]]\n\ntext")]
    [InlineData("<!-- toc -->\n\ntext")]
    [InlineData("${toc}\n\ntext")]
    public void A_mark_for_contents_is_not_shown(string body) => Assert.Equal("<p>text</p>", Example.Markdown(body));

    [Theory]
    [InlineData("The [TOC] mark", "<p>The [TOC] mark</p>")]
    [InlineData("`[TOC]`", "<p><code>[TOC]</code></p>")]
    public void A_mark_that_is_spoken_of_is_text(string body, string expected) => Assert.Equal(expected, Example.Markdown(body));
}
