using System.Text.Json;
using Blobpress.Site.Html.Themes.Bounds;
using Blobpress.Site.Settings;
using Fluid;

namespace Blobpress.Site.Html.Themes;

/// <summary>Turns a theme's files into a theme, or says what is wrong with them.</summary>
internal sealed class ThemeCompiler(IReadOnlyDictionary<string, string> overrides)
{
    private static readonly SiteSettings TrialSettings = new() { Description = "About.", Author = "Someone", Comments = "<p>Comments.</p>" };

    private const int MaxLength = 256 * 1024;
    private const int MaxFiles = 100;

    private readonly List<ThemeReason> reasons = [];

    public static ThemeResult Compile(IReadOnlyDictionary<string, string> overrides) => new ThemeCompiler(overrides).Compile();

    private ThemeResult Compile()
    {
        RejectStrangers();
        if (reasons.Count > 0)
            return Rejected();

        var files = new ThemeFiles(overrides);
        var texts = new Dictionary<string, string>(files.Templates, StringComparer.Ordinal);
        var parsed = Parse(texts);
        var words = ReadWords(files);
        if (reasons.Count > 0)
            return Rejected();

        var theme = new Theme(files, new(texts, parsed, strict: false), words);
        reasons.AddRange(ThemeTrial.Run(theme.Values(TrialSettings), new(texts, parsed, strict: true), overrides));
        return reasons.Count > 0 ? Rejected() : new ThemeResult.Compiled(theme);
    }

    private ThemeResult.Rejected Rejected() => new([.. reasons.OrderBy(reason => reason.File, StringComparer.Ordinal)]);

    private void RejectStrangers()
    {
        foreach (var name in overrides.Keys.Where(name => !ThemeFiles.Belongs(name)))
        {
            reasons.Add(new(name, 0, 0, "A theme holds *.liquid, style.css, math.css, code.css, code.js, contents.css, contents.js, favicon.svg and words.json, and no folders."));
        }

        foreach (var (name, text) in overrides.Where(file => file.Value.Length > MaxLength))
            reasons.Add(new(name, 0, 0, $"The file has {text.Length:N0} characters; {MaxLength:N0} is the most."));
        foreach (var name in overrides.Keys.Order(StringComparer.Ordinal).Skip(MaxFiles))
            reasons.Add(new(name, 0, 0, $"A theme has at most {MaxFiles} files."));
    }

    private Dictionary<string, IFluidTemplate> Parse(Dictionary<string, string> texts)
    {
        var parsed = new Dictionary<string, IFluidTemplate>(StringComparer.Ordinal);
        foreach (var (file, text) in texts)
        {
            if (TemplateShape.TooDeep(text) is >= 0 and var deep)
                reasons.Add(TemplateError.At(ThemeFiles.Folder + file, text, deep, $"The template nests more than {TemplateBudget.MaxDepth} deep."));
            else if (TemplateEngine.TryParse(text, out var template, out var error))
                parsed[file] = template;
            else
                reasons.Add(TemplateError.Parse(ThemeFiles.Folder + file, error));
        }

        return parsed;
    }

    private Words ReadWords(ThemeFiles files)
    {
        var builtIn = ThemeFiles.BuiltInText(ThemeFiles.WordList);
        try
        {
            return new(builtIn, files[ThemeFiles.WordList]);
        }
        catch (JsonException error)
        {
            var (line, column) = ((int)(error.LineNumber ?? -1) + 1, (int)(error.BytePositionInLine ?? -1) + 1);
            reasons.Add(new(ThemeFiles.Folder + ThemeFiles.WordList, line, column, "Not a JSON object of languages, each an object of words."));
            return new(builtIn);
        }
    }
}
