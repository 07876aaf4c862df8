using System.Globalization;
using System.Text.RegularExpressions;
using Blobpress.Site.Html;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Benchmarks.Corpus;

/// <summary>Reads a folder of real posts and says, as Markdown, what became of them and what authors are told: <c>docs/corpus.md</c> is its output.</summary>
internal static partial class CorpusCommand
{
    /// <summary>Reads all files of a folder whose first level says which generator they are of.</summary>
    /// <returns>0; 2 where there is no such folder.</returns>
    public static int Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}.");
            return 2;
        }

        var readings = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(file => Read(folder, file)).ToList();
        Console.WriteLine($"""
            # What becomes of real posts

            The output of `dotnet run --project tests/Benchmarks -c Release -- corpus FOLDER`, of a sample of {readings.Count} posts of public blogs that is not a part of this repository.

            | Posts of | | published | drafts, and files that are no posts | rejected |
            |---|---|---|---|---|
            """);
        foreach (var group in readings.GroupBy(reading => reading.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(Line(group.Key, [.. group]));
        }

        Console.WriteLine(Line("all", readings));
        Table("Why posts are rejected", "Reason", [.. readings.SelectMany(reading => reading.Faults.Select(fault => (fault, reading.File)))]);
        Table("What authors are told of posts that are published", "Note", [.. readings.Where(reading => reading.Faults.Count == 0).SelectMany(reading => reading.Notes.Select(note => (note, reading.File)))]);
        return 0;
    }

    private static Reading Read(string folder, string file)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        var group = name.Split('/')[0];
        var generator = group.StartsWith("jekyll", StringComparison.Ordinal) ? Generator.Jekyll : group.StartsWith("hugo", StringComparison.Ordinal) ? Generator.Hugo
            : group.StartsWith("hexo", StringComparison.Ordinal) ? Generator.Hexo : Generator.None;
        var settings = SiteSettings.Of(generator);
        // The sample numbers its files, before dates too.
        var own = Number().Replace(Path.GetFileName(file), "");
        var source = generator == Generator.Hugo ? "posts/" + own : generator == Generator.None ? own : "_posts/" + own;
        switch (PostParser.Parse(source, File.ReadAllBytes(file), DateTimeOffset.UnixEpoch, settings))
        {
            case ParseResult.Rejected rejected:
                return new(group, name, false, rejected.Reasons, []);
            case ParseResult.Parsed(var post):
                return ArticleParser.Parse(post, settings) switch
                {
                    ArticleResult.Rejected rejected => new(group, name, false, rejected.Reasons, []),
                    ArticleResult.Drafted(var draft) => new(group, name, post.Draft, [], [.. post.Notes, .. draft.Notes]),
                    _ => throw new InvalidOperationException("An article is drafted or rejected."),
                };
            default:
                throw new InvalidOperationException("A post is parsed or rejected.");
        }
    }

    private static string Line(string title, IReadOnlyList<Reading> readings)
    {
        var rejected = readings.Count(reading => reading.Faults.Count > 0);
        var drafts = readings.Count(reading => reading.IsDraft);
        return string.Create(CultureInfo.InvariantCulture, $"| {title} | {readings.Count} | {readings.Count - rejected - drafts} | {drafts} | {rejected} ({100.0 * rejected / readings.Count:0.0} %) |");
    }

    private static void Table(string title, string column, IReadOnlyCollection<(Reason Reason, string File)> told)
    {
        Console.WriteLine($"\n## {title}\n\n| {column} | posts | for one |\n|---|---|---|");
        if (told.Count == 0)
        {
            Console.WriteLine("| none | 0 | |");
        }

        var kinds = told.GroupBy(entry => Kind(entry.Reason.Message)).Select(group => (group.Key, Files: group.Select(entry => entry.File).Distinct().ToList()));
        foreach (var (kind, files) in kinds.OrderByDescending(kind => kind.Files.Count).ThenBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"| {Cell(kind)} | {files.Count} | {Cell(files[0])} |");
        }
    }

    // What the message says of any post: names, numbers and what is quoted are this one's.
    private static string Kind(string message)
    {
        var kind = Quoted().Replace(message, "…");
        kind = Address().Replace(kind, "…");
        kind = Digits().Replace(kind, "N");
        return kind.Length <= 140 ? kind : kind[..140] + "…";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace('\n', ' ').Replace("`", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[0-9]{3}-")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\{[{%].*[}%]\\}", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\S*[#/<>=]\S*|\S+\.(md|html|png|jpg|jpeg|gif|svg|webp)\S*|[a-z0-9-]+(\.[a-z0-9-]+)+|: \S.*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("[0-9][0-9,.]*", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    private sealed record Reading(string Group, string File, bool IsDraft, IReadOnlyList<Reason> Faults, IReadOnlyList<Reason> Notes);
}
