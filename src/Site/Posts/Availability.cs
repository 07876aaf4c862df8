using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>What in a post's front matter says whether, and how, it is shown.</summary>
internal static class Availability
{
    /// <summary>
    /// True for <c>draft: true</c>, <c>published: false</c>, Hugo's <c>_build: {render: never}</c>, a folder <c>_drafts</c>, and with a note
    /// for what its generator makes nothing of.
    /// </summary>
    public static bool IsDraft(PostFields fields, PostFile file, FrontMatter source, Generator generator) =>
        // Each is asked, so that each is noted where it can't be understood.
        file.Role == FileRole.Draft | fields.Truth("draft") == true | fields.Truth("published") == false | IsNeverRendered(fields)
        | IsNothing(fields, file, source, generator);

    private static bool IsNothing(PostFields fields, PostFile file, FrontMatter source, Generator generator)
    {
        var why = file.Role == FileRole.Nothing
                ? generator == Generator.Jekyll && file.Date is null && file.Path.Length > 0 && !file.Path.Contains('_', StringComparison.Ordinal)
                    ? "A post of Jekyll's has its date before its name, as 2022-01-29-harbour.md has; this is none and is not published."
                    : $"{generator} makes no page of a file whose name, or whose folder's name, begins so; it is not published."
            : generator == Generator.Jekyll && file.Role == FileRole.Page && source.BodyLine == 1 ? "Jekyll makes a page only of a file with front matter; it is not published."
            : null;
        if (why is not null) fields.Notes.Add(Place.Start.Says(why));
        return why is not null;
    }

    /// <summary>False for <c>comments: false</c> and <c>comments: {enable: false}</c>.</summary>
    public static bool AllowsComments(PostFields fields)
    {
        if (fields.Find("comments", "comment") is not { } entry) return true;
        if (entry.Value is Value.Map map) return Switch(map) as Value.Scalar is not { Truth: false };
        return fields.Truth("comments", "comment") ?? true;
    }

    /// <summary>A number, or 1 for <c>true</c>; 0 where it is neither.</summary>
    public static int Sticky(PostFields fields)
    {
        if (fields.Find("sticky", "top", "pin", "pinned") is not { } entry) return 0;
        if (entry.Value is Value.Scalar scalar)
        {
            if (int.TryParse(scalar.Text, out var number)) return Math.Max(0, number);
            if (scalar.Truth is { } truth) return truth ? 1 : 0;
        }

        fields.Ignore(entry, "is neither a whole number nor true or false");
        return 0;
    }

    /// <summary>Notes <c>layout: false</c>, which asks for a page without the theme.</summary>
    public static void NoteLayout(PostFields fields)
    {
        if (fields.Find("layout") is { Value: Value.Scalar { Truth: false } } entry) fields.Ignore(entry, "would leave the theme out, and every post is shown in it");
    }

    private static Value? Switch(Value.Map map) => map.Find("enable") ?? map.Find("enabled") ?? map.Find("show");

    private static bool IsNeverRendered(PostFields fields) =>
        fields.Find("build") is { Value: Value.Map build }
        && build.Find("render") is Value.Scalar render
        && (render.Truth == false || render.Text.Equals("never", StringComparison.OrdinalIgnoreCase));
}
