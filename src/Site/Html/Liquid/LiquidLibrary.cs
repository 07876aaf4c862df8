using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Values;

namespace Blobpress.Site.Html.Liquid;

/// <summary>What Jekyll's posts may name beside themselves: the files of <c>_includes/</c> and <c>_data/</c>, and the values of <c>_config.yml</c>.</summary>
public sealed class LiquidLibrary
{
    private const string Includes = "_includes/";
    private const string DataFolder = "_data/";
    private const string ConfigFile = "_config.yml";

    private readonly Dictionary<string, LiquidTemplate> _includes = new(StringComparer.Ordinal);

    private LiquidLibrary()
    {
    }

    /// <summary>Nothing.</summary>
    public static LiquidLibrary Empty { get; } = new();

    /// <summary>The values of <c>_config.yml</c>, by key.</summary>
    internal Dictionary<string, object> Config { get; private set; } = [];

    /// <summary>The values of the files of <c>_data/</c>, by folder and name without extension.</summary>
    internal Dictionary<string, object> Data { get; } = [];

    /// <summary>True for a file that is a part of the library of a site whose generator has one; others make nothing of it.</summary>
    /// <param name="name">Its blob name.</param>
    public static bool Holds(string name) => Place(name) is not null;

    /// <summary>How the names of a site's library begin; nothing where its generator has none.</summary>
    public static IReadOnlyList<string> Places(SiteSettings settings)
    {
        if (settings.Generator != Generator.Jekyll)
            return [];
        var folder = settings.Urls.SourceFolder?.Trim('/', '.') is { Length: > 0 } source ? source + "/" : "";
        string[] roots = folder.Length == 0 ? [""] : ["", folder];
        return [.. roots.SelectMany(root => new[] { root + Includes, root + DataFolder, root + ConfigFile })];
    }

    /// <summary>Whether a site's posts may name a file of the library: those of Jekyll's, in the folder that it reads.</summary>
    public static bool Serves(string name, SiteSettings settings) =>
        settings.Generator == Generator.Jekyll && Place(name) is var (root, _) && (root.Length == 0 || root == settings.Urls.SourceFolder?.Trim('/', '.') + "/");

    /// <summary>Reads the files; what is wrong with one leaves it out.</summary>
    /// <param name="files">Texts by blob name.</param>
    public static LiquidLibrary Of(IReadOnlyDictionary<string, string> files)
    {
        if (files.Count == 0)
            return Empty;
        var library = new LiquidLibrary();
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            library.Add(name, text.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        return library;
    }

    /// <summary>Why a file's text can't be used, with its place; null where it can.</summary>
    public static Reason? Problem(string name, string text)
    {
        if (Place(name) is not var (_, path))
            return null;
        if (path.StartsWith(Includes, StringComparison.Ordinal))
            return null;
        var reading = Read(path, text.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        return reading.Map is null ? reading.Failure ?? new(0, 0, "The file can't be read.") : null;
    }

    /// <summary>A file of <c>_includes/</c>; null where there is none of that name.</summary>
    internal LiquidTemplate? Include(string name) => _includes.GetValueOrDefault(name);

    private void Add(string name, string text)
    {
        if (Place(name) is not var (_, path))
            return;
        if (path.StartsWith(Includes, StringComparison.Ordinal))
            _includes[path[Includes.Length..]] = LiquidTemplate.Parse(text);
        else if (Read(path, text).Map is { } map)
            Put(path, map);
    }

    private void Put(string path, Value.Map map)
    {
        if (path == ConfigFile)
        {
            Config = LiquidValues.Map(map);
            return;
        }

        var segments = path[DataFolder.Length..].Split('/');
        var folder = Data;
        foreach (var segment in segments[..^1])
        {
            if (folder.GetValueOrDefault(segment) is not Dictionary<string, object> inner)
                folder[segment] = inner = [];
            folder = inner;
        }

        if (LiquidValues.Of(map.Entries[0].Value) is { } value)
            folder[Path.GetFileNameWithoutExtension(segments[^1])] = value;
    }

    // As the only entry of a mapping, since data may be a list; _config.yml is a mapping by itself.
    private static Reading Read(string path, string text)
    {
        if (path == ConfigFile)
            return LenientYaml.Read(text, 1);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? Json.ReadFirst($"{{\"data\":{text}}}", 1).Reading
            : Yaml.ReadAny(text, 1);
    }

    // The folder that a library lies in, with a slash at its end, and the place below it.
    private static (string Root, string Path)? Place(string name)
    {
        foreach (var folder in (ReadOnlySpan<string>)[Includes, DataFolder, ConfigFile])
        {
            var at = name.StartsWith(folder, StringComparison.Ordinal) ? 0 : name.IndexOf("/" + folder, StringComparison.Ordinal) + 1;
            if (at == 0 && !name.StartsWith(folder, StringComparison.Ordinal))
                continue;
            var path = name[at..];
            if (folder == ConfigFile ? path == ConfigFile : folder == Includes || IsData(path))
                return (name[..at], path);
        }

        return null;
    }

    private static bool IsData(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yml" or ".yaml" or ".json";
}
