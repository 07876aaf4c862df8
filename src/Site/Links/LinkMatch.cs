using Blobpress.Site.Images;
using Blobpress.Site.Posts.Files;

namespace Blobpress.Site.Links;

/// <summary>How well posts fit what a link names.</summary>
internal sealed class LinkMatch
{
    private readonly LinkKind _kind;
    private readonly string _top;
    private readonly string? _beside;
    private readonly string? _plainBeside;
    private readonly string? _plainBelow;
    private readonly string _plainTop;
    private readonly string _topStem;
    private readonly DateTime? _date;

    public LinkMatch(LinkReference reference)
    {
        _kind = reference.Kind;
        var file = LinkReference.AsFile(reference.Target);
        var isRelative = _kind != LinkKind.Name && !file.StartsWith('/');
        _top = AssetPath.Resolve("/" + file, "") ?? "";
        _plainTop = LinkName.Plain(_top);
        _topStem = FileNames.WithoutExtension(_top);
        _date = LinkName.DateOf(_top);
        _beside = isRelative ? AssetPath.Resolve(file, reference.From) : null;
        _plainBeside = _beside is null ? null : LinkName.Plain(_beside);

        // To a browser x.md is the folder x/, and a path counts from there.
        var below = isRelative && _kind == LinkKind.Folder ? AssetPath.Resolve(file, LinkReference.AsFile(LinkName.Plain(reference.From)) + "/x") : null;
        _plainBelow = below is null ? null : LinkName.Plain(below);
    }

    /// <summary>Names that fit as well as any can, best first.</summary>
    public IReadOnlyList<string> Exact => [.. new[] { _beside, _kind == LinkKind.Folder ? null : _top }.OfType<string>().Where(name => name.Length > 0).Distinct()];

    /// <summary>0 for the best; null for a post that is not meant.</summary>
    public int? Rank(string name)
    {
        if (name == _beside) return 0;
        // 2020-01-01-x is not 2021-01-01-x.
        if (_date is not null && LinkName.DateOf(name) is { } date && date != _date) return null;
        var plain = LinkName.Plain(name);
        if (_plainBeside is not null && plain == _plainBeside) return name.EndsWith("/index.md", StringComparison.Ordinal) ? 2 : 3;
        if (_plainBelow is not null && plain == _plainBelow) return 4;
        if (_kind == LinkKind.Folder && _beside is not null) return null;
        if (_plainTop.Length == 0) return null;
        if (name == _top) return 1;
        var below = LinkName.Below(name);
        if (FileNames.WithoutExtension(below) == _topStem) return 5;
        if (plain == _plainTop) return 6;
        if (LinkName.Plain(below) == _plainTop) return 7;
        // A path in Markdown is a place, not the end of one.
        if (_kind is LinkKind.Source or LinkKind.Folder) return null;
        return FileNames.WithoutExtension(name).EndsWith("/" + _topStem, StringComparison.Ordinal) ? 8 : plain.EndsWith("/" + _plainTop, StringComparison.Ordinal) ? 9 : null;
    }
}
