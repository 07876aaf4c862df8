using System.Text.RegularExpressions;

namespace Blobpress.Site.Html;

/// <summary>The arguments of a template tag: words, quoted texts and <c>name=value</c> pairs.</summary>
internal sealed partial class TagArguments
{
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<string> _words = [];

    private TagArguments()
    {
    }

    /// <summary>Those without a name, in order.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The first of them, or null.</summary>
    public string? First => _words.Count > 0 ? _words[0] : null;

    /// <summary>The value of a pair, or null.</summary>
    public string? this[string name] => _named.GetValueOrDefault(name);

    public static TagArguments Parse(string text)
    {
        var arguments = new TagArguments();
        foreach (Match match in Argument().Matches(text))
        {
            var value = match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value;
            if (match.Groups[1].Success)
                arguments._named[match.Groups[1].Value] = value;
            else
                arguments._words.Add(value);
        }

        return arguments;
    }

    [GeneratedRegex(@"(?:([A-Za-z][\w-]*)=)?(?:[""'`“](.*?)[""'`”](?=\s|$)|(\S+))")]
    private static partial Regex Argument();
}
