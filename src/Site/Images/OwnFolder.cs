namespace Blobpress.Site.Images;

/// <summary>The folder that a post of Hexo's keeps its own files in: of <c>x.md</c> the folder <c>x/</c> beside it.</summary>
internal static class OwnFolder
{
    /// <summary>
    /// A picture that a post names by a mere name may lie beside the post or in its own folder. Where it is to be looked for first,
    /// and where else; the other place is null for all else.
    /// </summary>
    /// <param name="raw">As written.</param>
    /// <param name="source">Beside the post.</param>
    /// <param name="postName">The post's blob name.</param>
    /// <param name="rules">The site's: whether its posts have such folders.</param>
    public static (ImageSource First, ImageSource? Other) Of(string raw, ImageSource source, string postName, OriginRules rules)
    {
        var name = raw.Trim();
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        var stem = Path.GetFileNameWithoutExtension(postName);
        if (rules.OwnFolders == OwnFolders.None || source is not ImageSource.Asset || name.AsSpan().ContainsAny('/', '\\', ':') || stem is "" or "index") return (source, null);
        // The folder's name is a name, in which a percent sign stands for itself.
        var folder = stem.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);
        var own = Origin.Resolve($"{folder}/{name}", postName, rules);
        if (own is not ImageSource.Asset) return (source, null);
        return rules.OwnFolders == OwnFolders.First ? (own, source) : (source, own);
    }
}

/// <summary>Whether posts have folders of their own.</summary>
public enum OwnFolders
{
    /// <summary>They have none.</summary>
    None,

    /// <summary>They may, and what lies beside the post goes before.</summary>
    Second,

    /// <summary>They have: <c>post_asset_folder</c>.</summary>
    First,
}
