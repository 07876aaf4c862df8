using System.Text;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Settings;

/// <summary>
/// Which files beside the posts a browser may run: names with <c>*</c> for any characters but slashes, <c>**</c> for any at all,
/// <c>?</c> for one. A pattern without a slash holds in every folder, any other from the top.
/// </summary>
public sealed class TrustedFiles
{
    /// <summary>The most patterns.</summary>
    public const int Most = 100;

    /// <summary>The most characters of a pattern.</summary>
    public const int Longest = 200;

    private readonly IReadOnlyList<Regex> _names;

    /// <summary>Takes patterns that <see cref="IsPattern"/> is true for, at most <see cref="Most"/>.</summary>
    public TrustedFiles(IEnumerable<string> patterns)
    {
        Patterns = [.. patterns];
        // Without backtracking: the time is that of the name's length, whatever the patterns are.
        _names = [.. Patterns.Select(pattern => new Regex($@"\A{Translate(pattern)}\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];
    }

    /// <summary>No file.</summary>
    public static TrustedFiles None { get; } = new([]);

    /// <summary>The patterns as given.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>True for a file of that blob name.</summary>
    public bool Holds(string name) => _names.Any(pattern => pattern.IsMatch(name));

    /// <summary>True for what can be a pattern.</summary>
    public static bool IsPattern(string text) => text.Trim('/').Length > 0 && text.Length <= Longest && !text.Any(char.IsControl) && !text.Contains('\\', StringComparison.Ordinal);

    private static string Translate(string pattern)
    {
        var anchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var text = pattern.TrimStart('/');
        var regex = new StringBuilder(anchored ? "" : "(?:.*/)?");
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '*' when text.AsSpan(at).StartsWith("**/"):
                    regex.Append("(?:.*/)?");
                    at += 2;
                    break;
                case '*' when text.AsSpan(at).StartsWith("**"):
                    regex.Append(".*");
                    at++;
                    break;
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append("[^/]");
                    break;
                default:
                    regex.Append(Regex.Escape(text[at].ToString()));
                    break;
            }
        }

        // A folder is all that lies in it.
        return regex.Append(text.EndsWith('/') ? ".*" : "").ToString();
    }
}
