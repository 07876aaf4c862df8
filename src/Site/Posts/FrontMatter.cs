using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>A post's text, split into the values at its head and the body below them.</summary>
/// <param name="Values">The values; empty where there are none.</param>
/// <param name="Body">The text below.</param>
/// <param name="BodyLine">The 1-based line on which the body begins.</param>
/// <param name="Notes">What was repaired.</param>
internal sealed record FrontMatter(Value.Map Values, string Body, int BodyLine, IReadOnlyList<Reason> Notes)
{
    // A fence further down is a rule, or front matter that a post shows.
    private const int MostLinesAbove = 20;

    /// <summary>Splits and reads; the reason where the front matter can't be read.</summary>
    /// <remarks>
    /// YAML between lines of three or more hyphens, after blank lines (Jekyll, Hexo, Hugo); the first such line may be missing
    /// where the lines above the second are known keys (Hexo), and may name YAML, TOML or JSON, as in <c>---toml</c>; TOML
    /// between lines of <c>+++</c> and JSON between braces (Hugo), or before <c>;;;</c> (Hexo). Comments and, where the keys
    /// are known ones, text may stand above it. Text whose first line is a rule and not front matter has none.
    /// </remarks>
    public static (FrontMatter? Split, Reason? Failure) Read(string text)
    {
        var lines = new TextLines(text);
        var first = lines.FirstFilled();
        return FrontMatterForms.At(lines, first) ?? Below(lines, first) ?? (None(text), null);
    }

    // An editor, a script or its author put something above it, and no generator would find it.
    private static (FrontMatter? Split, Reason? Failure)? Below(TextLines lines, int first)
    {
        var comments = AfterComments(lines, first);
        if (comments > first && FrontMatterForms.At(lines, comments) is { } found) return Noted(found, comments, "A comment stands above the front matter, which should begin the file.");

        for (var line = first; line < Math.Min(lines.Count, first + MostLinesAbove) && !FrontMatterForms.IsCode(lines[line]); line++)
        {
            if (!FrontMatterForms.IsFence(lines[line]) || !KnownKeys.HasSeveral(lines, line + 1) || FrontMatterForms.At(lines, line) is not { } at) continue;
            var (split, failure) = Noted(at, line, "Text stands above the front matter, which should begin the file.");
            var above = lines.Text(first, line).Trim().Trim(FrontMatterForms.Unseen);
            return (split is null || above.IsEmpty ? split : split with { Body = $"{above}\n\n{split.Body}", BodyLine = Math.Max(1, split.BodyLine - above.Count('\n') - 2) }, failure);
        }

        return null;
    }

    private static (FrontMatter? Split, Reason? Failure) Noted((FrontMatter? Split, Reason? Failure) found, int line, string note) =>
        (found.Split is { } split ? split with { Notes = [new Place(line + 1, 1).Says(note), .. split.Notes] } : null, found.Failure);

    // The line below the comments that a text begins with.
    private static int AfterComments(TextLines lines, int line)
    {
        while (line >= 0 && line < lines.Count && lines[line].TrimStart().StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = lines.Find(line, text => text.TrimEnd().EndsWith("-->", StringComparison.Ordinal));
            if (end < 0) return line;
            line = lines.Find(end + 1, text => !text.IsWhiteSpace());
        }

        return line;
    }

    private static FrontMatter None(string text) => new(new Value.Map([], Place.Start), text, 1, []);
}
