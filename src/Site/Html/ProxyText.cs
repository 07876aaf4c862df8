using System.Text.RegularExpressions;
using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>Proxied addresses within text that readers see: the text of a link, a caption.</summary>
internal sealed partial class ProxyText(OriginRules rules)
{
    /// <summary>A quick look whether there is anything to strip.</summary>
    public bool IsNamedIn(string text) =>
        text.Contains(".workers.dev/", StringComparison.OrdinalIgnoreCase)
        || rules.Proxies.Any(p => p.Length > 0 && text.Contains(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with each proxied address shown as the address itself.</summary>
    public string Strip(string text)
    {
        var plain = Worker().Replace(text, "");
        foreach (var proxy in rules.Proxies.Where(p => p.Length > 0))
            plain = plain.Replace(proxy, "", StringComparison.OrdinalIgnoreCase);
        return plain;
    }

    [GeneratedRegex(@"(?:https?:)?//[a-z0-9.-]+\.workers\.dev/\?(?:url=)?(?=https?(?::|%3A)|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Worker();
}
