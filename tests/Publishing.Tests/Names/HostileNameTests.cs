using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Names;

public class HostileNameTests
{
    private const string Post = "---\ntitle: T\ndate: 2022-01-01\n---\nText.\n";

    public static TheoryData<string> Refused =>
    [
        "Icon\r", "a\tb.md", "a\nb.md", "a\0b.md", "a\u007fb.png", "a\u0085.md", "a\u0001.html", "a\ufffe.md", "a\uffff.png", "a\ufdd0.md",
        "/a.md", "a.md/", "dir/", "a/../b.md", "./a.md", "../a.md", "..", ".", "a/./b.png", "a./b.md", "a.md.", "h/../x.md", "theme/Icon\r", "theme/../a.liquid",
        "//site", "//list/tag|x", new string('x', 401) + ".md", new string('文', 1020) + ".md", string.Concat(Enumerable.Repeat("a.#/", 250)) + "b.png\t",
    ];

    public static TheoryData<string> Published =>
    [
        "a b.md", "a%2Fb.md", "a%2e%2e/x.md", "a?b#c&d+e.md", "it's (a) [b] {c}.md", "e\u0301.md", "\u00e9.md", "文，件😀.md", "\u202ea.md", "\u200b.md", "a//b.md",
        "CON.md", "con/x.md", ".md", "a:b*c|d<e>f\".md", new string('文', 397) + ".md", string.Concat(Enumerable.Repeat("a#", 190)) + ".md",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_can_t_be_published_is_rejected_once_with_a_receipt(string name)
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        await site.UploadAsync("good.md", Post);
        site.Put(name, Post);

        var swept = await site.SweepAsync();
        var again = await site.SweepAsync(thoroughly: true);

        Assert.Contains(name, swept.Missed);
        Assert.True(again.IsClean, string.Join(", ", again.Missed.Concat(again.Lost).Concat(again.Strays)));
        var receipt = await site.Receipts.ReadAsync(name, TestContext.Current.CancellationToken);
        Assert.Equal((name, PublishOutcome.Rejected), (receipt?.Source, receipt?.Outcome));
        Assert.NotEmpty(receipt!.Reasons);
        Assert.Contains("2022/01/01/good/index.html", site.Pages);
        Assert.True((await site.PublishAsync(name)).Repeated);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Deletion_leaves_nothing_of_a_rejected_name(string name)
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        site.Put(name, Post);
        await site.SweepAsync();
        var rejected = site.Files();

        site.Delete(name);
        await site.SweepAsync();

        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
        Assert.Equal(rejected, site.Files());
        Assert.Empty(await site.RecordsAsync());
        Assert.Equal(PublishOutcome.Removed, (await site.Receipts.ReadAsync(name, TestContext.Current.CancellationToken))!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Published))]
    public async Task All_other_names_are_published_and_go_with_their_files(string name)
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        var empty = site.Files();
        site.Put(name, Post);

        await site.SweepAsync();

        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
        var receipt = await site.Receipts.ReadAsync(name, TestContext.Current.CancellationToken);
        Assert.Equal((name, PublishOutcome.Published), (receipt?.Source, receipt?.Outcome));

        site.Delete(name);
        await site.SweepAsync();
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
        Assert.Equal(empty, site.Files());
        Assert.Empty(await site.RecordsAsync());
    }

    [Fact]
    public async Task A_backslash_reaches_another_file_and_is_no_post_of_its_own()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("h/x.md", Post);

        var report = await site.PublishAsync("h\\x.md");

        Assert.Equal(PublishOutcome.Removed, report.Outcome);
        Assert.Single(await site.RecordsAsync());
        Assert.Single(site.ReceiptNames, "h/x.md.json");
    }

    [Fact]
    public async Task Folders_are_no_files()
    {
        var site = await SmallSite.CreateAsync();
        site.Put("photos", "", KeyValuePair.Create("hdi_isfolder", "true"));
        site.Put("2022.md", "", KeyValuePair.Create("Hdi_isfolder", "True"));
        site.Put("dir/", "");
        site.Put("theme/", "");

        var swept = await site.SweepAsync();

        Assert.DoesNotContain(swept.Missed, name => name != "site.yml");
        Assert.Empty(site.ReceiptNames);
        Assert.DoesNotContain("photos", site.Pages);
        Assert.Equal(PublishOutcome.Removed, (await site.PublishAsync("2022.md")).Outcome);
        Assert.Empty(site.ReceiptNames);
    }

    [Fact]
    public async Task A_file_that_becomes_a_folder_goes()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("photos", "x");
        Assert.Contains("photos", site.Pages);

        site.Put("photos", "", KeyValuePair.Create("hdi_isfolder", "true"));
        await site.SweepAsync();

        Assert.DoesNotContain("photos", site.Pages);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task Names_out_of_order_are_all_found_known()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        string[] names = ["😀.md", "，.md", "a\t.md", "a .md", "a\u0085.md", "a0.md", "a/b.md", "a.md", "a.#.png", .. LongNames(), "\ufffd.md", "z.md"];
        foreach (var name in names)
        {
            site.Put(name, $"---\ndate: 2022-01-01\npermalink: /{Array.IndexOf(names, name)}/\n---\nText.\n");
        }

        var found = await site.SweepAsync();

        Assert.Equal(names.Order(StringComparer.Ordinal), found.Missed.Except(["site.yml"]).Order(StringComparer.Ordinal));
        Assert.True((await site.SweepAsync()).IsClean);
        foreach (var name in names)
        {
            site.Delete(name);
        }

        Assert.Equal(names.Length, (await site.SweepAsync()).MissedCount);
        Assert.Empty(await site.RecordsAsync());
    }

    private static IEnumerable<string> LongNames() =>
        from ending in new[] { "", "!", "a", "b.md", "~.md", "文.png", "#", "z" }
        select new string('k', 380) + ending + "/" + new string('l', 200) + ".png";
}
