using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Site.Html.Themes;

/// <summary>The texts of a theme by file name: the built-in ones, and over them the owner's.</summary>
internal sealed class ThemeFiles
{
    public const string Folder = "theme/";
    public const string Stylesheet = "style.css";
    public const string Favicon = "favicon.svg";
    public const string WordList = "words.json";
    public const string TemplateExtension = ".liquid";

    private static readonly SortedDictionary<string, string> BuiltIn = ReadBuiltIn();

    private readonly SortedDictionary<string, string> texts = new(BuiltIn, StringComparer.Ordinal);

    /// <param name="overrides">By blob name; each name has passed <see cref="Belongs"/>.</param>
    public ThemeFiles(IReadOnlyDictionary<string, string> overrides)
    {
        foreach (var (name, text) in overrides)
            texts[name[Folder.Length..]] = text;
    }

    public string this[string file] => texts[file];

    public static string BuiltInText(string file) => BuiltIn[file];

    public IEnumerable<KeyValuePair<string, string>> Templates =>
        texts.Where(text => text.Key.EndsWith(TemplateExtension, StringComparison.Ordinal));

    /// <summary>The SHA-256 of all names and texts, in hexadecimal.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in texts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{text}\0"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>True where a blob's name is one a theme has a use for.</summary>
    public static bool Belongs(string blob) =>
        blob.StartsWith(Folder, StringComparison.Ordinal)
        && !blob.AsSpan(Folder.Length).Contains('/')
        && (blob.EndsWith(TemplateExtension, StringComparison.Ordinal)
            || blob[Folder.Length..] is Stylesheet or Favicon or WordList
            || ThemeAssets.IsOptional(blob[Folder.Length..]));

    private static SortedDictionary<string, string> ReadBuiltIn()
    {
        var assembly = typeof(ThemeFiles).Assembly;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            files[resource[Folder.Length..]] = reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        return files;
    }
}
