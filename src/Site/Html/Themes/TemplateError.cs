using System.Globalization;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Html.Themes;

/// <summary>The template engine's complaints as reasons with a place.</summary>
internal static partial class TemplateError
{
    /// <summary>From the parser, which says <c>… at (line:column)</c> and then quotes the source.</summary>
    public static ThemeReason Parse(string file, string error)
    {
        var match = Position().Match(error);
        return match.Success
            ? new(file, Number(match.Groups["line"]), Number(match.Groups["column"]), Sentence(match.Groups["message"].Value))
            : new(file, 0, 0, Sentence(error));
    }

    /// <summary>From rendering, which gives no place: the first place in the owner's files of the name that the message quotes.</summary>
    /// <param name="template">The template that was rendered.</param>
    /// <param name="error">What the engine said.</param>
    /// <param name="overrides">The owner's files.</param>
    public static ThemeReason Render(string template, string error, IReadOnlyDictionary<string, string> overrides)
    {
        var name = Quoted().Match(error) is { Success: true } match ? match.Groups["name"].Value : error;
        foreach (var (file, text) in overrides.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var index = text.IndexOf(name, StringComparison.Ordinal);
            if (index >= 0 && file.EndsWith(ThemeFiles.TemplateExtension, StringComparison.Ordinal))
                return new(file, Line(text, index), Column(text, index), Sentence(error));
        }

        return new(Suspect(template, overrides), 0, 0, Sentence(error));
    }

    /// <summary>At an index of a file.</summary>
    public static ThemeReason At(string file, string text, int index, string message) => new(file, Line(text, index), Column(text, index), message);

    // Where the owner brought one template, that is the one at fault, whichever page it was rendered into.
    private static string Suspect(string template, IReadOnlyDictionary<string, string> overrides)
    {
        var templates = overrides.Keys.Where(file => file.EndsWith(ThemeFiles.TemplateExtension, StringComparison.Ordinal)).ToList();
        return templates is [var only] ? only : ThemeFiles.Folder + template + ThemeFiles.TemplateExtension;
    }

    private static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static int Column(string text, int index) => index - text.AsSpan(0, index).LastIndexOf('\n');

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string Sentence(string message) => message.TrimEnd('.', '\n', ' ') + ".";

    [GeneratedRegex(@"^(?<message>.*?) at \((?<line>\d+):(?<column>\d+)\)", RegexOptions.Singleline)]
    private static partial Regex Position();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();
}
