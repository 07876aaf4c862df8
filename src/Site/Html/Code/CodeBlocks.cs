using Blobpress.Site.Html.Scripts;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Code;

/// <summary>Blocks of code: coloured, titled, with the name of their language, numbers and marks of lines.</summary>
/// <param name="generator">Whose way of saying so is read.</param>
/// <param name="budget">The post's.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class CodeBlocks(Generator generator, ScriptBudget budget, CancellationToken cancel)
{
    /// <summary>The attribute in which an author's words beside a fence come through Markdown.</summary>
    public const string Info = "data-info";

    // What is larger stays plain: nobody reads it for its colours.
    private const int MaxLines = 5_000;
    private const int MaxLineLength = 10_000;

    // A page holds no more than so many times the code, and a little.
    private const int MaxGrowth = 6;
    private const int MaxStretch = 22;
    private const int MinRoom = 2_000;

    private readonly List<(Element Block, Element Code, CodeInfo Info)> _blocks = [];

    /// <summary>Reads what authors say of their code, before the gate takes it off.</summary>
    public void Find(Element root)
    {
        foreach (var block in root.Elements().Where(e => e.LocalName == "pre"))
        {
            if (block.FirstChild is not Element { LocalName: "code" } code || code.Next is { } behind && !string.IsNullOrWhiteSpace(behind.TextContent))
                continue;
            var info = CodeInfo.Parse(code.GetAttribute(Info) ?? block.GetAttribute(Info) ?? "", generator);
            _blocks.Add((block, code, info.Language.Length > 0 ? info : info with { Language = LanguageOf(code) ?? LanguageOf(block) ?? "" }));
        }
    }

    /// <summary>Shapes the blocks that were found; nothing in them comes from an author but their text.</summary>
    public void Shape()
    {
        foreach (var (block, code, info) in _blocks.Where(found => found.Block.Parent is not null))
            Shape(block, code, info);
    }

    private static string? LanguageOf(Element element) => element.GetAttribute("class")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(name => name.StartsWith("language-", StringComparison.OrdinalIgnoreCase) ? name[9..] : name.StartsWith("lang-", StringComparison.OrdinalIgnoreCase) ? name[5..] : null)
        .FirstOrDefault(name => name is not null);

    private void Shape(Element block, Element code, CodeInfo info)
    {
        var language = CodeLanguages.Find(info.Language);
        var text = code.TextContent;
        // Markup within code is its author's own.
        var plain = code.Elements().Any();
        var stretches = language is null || plain || !IsColoured(text) ? null : Coloured(text, language);
        if (!plain && (info.Marked.Count + info.MarkedNumbers.Count > 0 || info.FirstNumber is not null || language?.Id == "diff"))
            CodeLines.Write(code, text, stretches, info, language?.Id == "diff");
        else if (stretches is not null)
            CodeLines.Write(code, text, stretches);
        if (info.FirstNumber is not null && !plain)
            code.SetAttribute("class", $"{code.GetAttribute("class")} numbered".Trim());
        if (language is not null || info.Title.Length > 0 || info.Url.Length > 0)
            Frame(block, info, language?.Title ?? (info.Language.Length is > 0 and < 30 && info.Language is not ("text" or "txt" or "plain" or "plaintext" or "none") ? info.Language : ""));
    }

    private List<(string Class, int Length)>? Coloured(string text, CodeLanguage language) =>
        budget.Left > 0 && Prism.Read(text, language, budget, cancel) is { } stretches && stretches.Count * MaxStretch <= MaxGrowth * text.Length + MinRoom ? stretches : null;

    private static bool IsColoured(string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > MaxLines + 1 || line.Length > MaxLineLength)
                return false;
        }

        return !string.IsNullOrWhiteSpace(text);
    }

    private static void Frame(Element block, CodeInfo info, string language)
    {
        if (info.Title.Length + info.Url.Length + language.Length == 0)
            return;
        var (frame, caption) = (new Element("figure"), new Element("figcaption"));
        frame.SetAttribute("class", "code");
        if (info.Title.Length > 0)
            caption.Append(Text("span", "code-title", info.Title));
        if (info.Url.Length > 0 && Urls.LinkRules.MayLead(info.Url))
        {
            var link = Text("a", null, info.Link.Length > 0 ? info.Link : info.Url);
            link.SetAttribute("href", info.Url);
            link.SetAttribute("rel", "noopener");
            caption.Append(link);
        }

        if (language.Length > 0)
            caption.Append(Text("span", "code-language", language));
        block.Replace(frame);
        frame.Append(caption);
        frame.Append(block);
    }

    private static Element Text(string name, string? classes, string text)
    {
        var element = new Element(name);
        if (classes is not null)
            element.SetAttribute("class", classes);
        element.Append(new TextNode(Excerpt.Of(text, 200)));
        return element;
    }
}
