namespace Blobpress.Site.Values;

/// <summary>One key of a mapping.</summary>
internal sealed record Entry(string Key, Place At, Value Value)
{
    /// <summary>The key in lower case without hyphens and underscores, so that <c>cover_image</c>, <c>Cover-Image</c> and <c>coverImage</c> are one.</summary>
    public string Name { get; } = NameOf(Key);

    /// <summary>A key as <see cref="Name"/> has it.</summary>
    public static string NameOf(string key) =>
        string.Concat(key.Where(c => c is not '-' and not '_' && !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant));
}
