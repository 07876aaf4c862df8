using Blobpress.Site.Settings;
using Blobpress.Site.Urls;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Reads a post out of a source file's bytes.</summary>
public static class PostParser
{
    /// <summary>The most bytes a source file may have.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Reads front matter (YAML between <c>---</c>, also as Hexo, Jekyll and Hugo tolerate it; TOML between <c>+++</c>; or none) and the
    /// body below it. The title falls back to the first heading, then to the file's name; the date to that in the file's name, then to
    /// the upload. Keys are compared without regard to case, hyphens and underscores.
    /// </summary>
    /// <param name="name">The blob's name in the posts container; at most 400 UTF-16 units, no control characters.</param>
    /// <param name="bytes">UTF-8, or UTF-16 with a byte order mark; at most <see cref="MaxBytes"/>.</param>
    /// <param name="uploaded">When the file came in.</param>
    /// <param name="settings">The time zone of dates without an offset, the permalink pattern, the default author.</param>
    /// <returns>
    /// The post; or <see cref="ParseResult.Rejected"/> with line and column for broken front matter, an impossible date, an unfit
    /// permalink, an empty file, one that is too large, and bytes that are no text. It never throws.
    /// </returns>
    public static ParseResult Parse(string name, ReadOnlyMemory<byte> bytes, DateTimeOffset uploaded, SiteSettings settings)
    {
        if (PostName.Problem(name) is { } problem) return Rejected(new(0, 0, problem));
        if (bytes.Length > MaxBytes)
            return Rejected(Place.Start.Says($"The file has {bytes.Length:N0} bytes; {MaxBytes:N0} is the most."));
        var source = SourceText.Read(bytes.Span);
        if (source.Failure is { } noText) return Rejected(noText);
        if (string.IsNullOrWhiteSpace(source.Text)) return Rejected(Place.Start.Says("The file is empty."));
        var (split, failure) = FrontMatter.Read(source.Text);
        if (split is null) return Rejected(failure ?? Place.Start.Says("The front matter can't be read."));
        return Build(name, source.Note is { } note ? split with { Notes = [note, .. split.Notes] } : split, uploaded, settings);
    }

    private static ParseResult Build(string name, FrontMatter source, DateTimeOffset uploaded, SiteSettings settings)
    {
        var fields = new PostFields(source.Values, settings.TimeZone);
        var post = PostDraft.Of(name, source, fields, uploaded, settings);
        if (fields.Find("password") is { } secret) fields.Faults.Add(secret.At.Says("A post with a password can't be published: everybody could read it in its page's source."));
        if (fields.Faults.Count == 0) post = Checked(post, fields, settings);
        if (fields.Faults.Count > 0) return new ParseResult.Rejected(fields.Faults);
        return new ParseResult.Parsed(post with { Notes = [.. source.Notes, .. fields.Notes] });
    }

    private static Post Checked(Post post, PostFields fields, SiteSettings settings)
    {
        if (Permalink.For(post, settings) is PermalinkResult.Refused { IsSitesOwn: true } own && post.IsPage)
        {
            // Of a blog that moves in: its theme made the list that the site makes here.
            fields.Notes.Add(Place.Start.Says($"{own.Reason.Message.TrimEnd('.')}: that page is shown, and this one is not."));
            return post with { Draft = true };
        }

        if (Permalink.For(post, settings) is PermalinkResult.Refused refused)
            fields.Faults.Add((fields.Find(PermalinkKey.Names)?.Value.At ?? Place.Start).Says(refused.Reason.Message));
        foreach (var refusal in Permalink.RefusedAliases(post, settings))
            fields.Notes.Add((fields.Find(PostDraft.AliasNames)?.Value.At ?? Place.Start).Says(refusal.Message));
        return post;
    }

    private static ParseResult.Rejected Rejected(Reason reason) => new([reason]);
}
