using System.Buffers;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>Makes links of addresses that stand in a text without any mark, unless they are part of a link already.</summary>
internal static class BareLinks
{
    /// <summary>The element that Markdown puts around an address.</summary>
    public const string Element = "bare-address";

    private static readonly SearchValues<char> Local = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-");
    private static readonly SearchValues<char> Domain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>Makes the links below <paramref name="root"/>.</summary>
    public static void Settle(Element root)
    {
        foreach (var node in root.Descendants().ToList())
        {
            if (node is Element { LocalName: Element } address)
                Link(address);
            else if (node is TextNode text && text.Data.Contains('@', StringComparison.Ordinal) && IsProse(text))
                Mails(text);
        }
    }

    private static void Link(Element address)
    {
        var url = address.TextContent;
        if (address.Closest(e => e.LocalName == "a") is not null)
        {
            address.Replace(address.TakeChildren());
            return;
        }

        address.Rename("a");
        address.SetAttribute("href", url.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + url : url);
    }

    private static bool IsProse(TextNode text) =>
        text.Parent!.Closest(e => e.LocalName is "a" or Element or "code" or "pre" or "kbd" or "samp" || !e.IsHtml || e.GetAttribute("class") == "math") is null;

    // GFM 6.9, extended email autolinks.
    private static void Mails(TextNode text)
    {
        var (data, copied) = (text.Data, 0);
        var parts = new List<Node>();
        for (var at = data.IndexOf('@', StringComparison.Ordinal); at >= 0; at = data.IndexOf('@', at + 1))
        {
            var start = copied + data.AsSpan(copied, at - copied).LastIndexOfAnyExcept(Local) + 1;
            var end = EndOfDomain(data, at + 1);
            if (start == at || end < 0)
                continue;
            var link = new Element("a");
            link.SetAttribute("href", "mailto:" + data[start..end]);
            link.Append(new TextNode(data[start..end]));
            parts.Add(new TextNode(data[copied..start]));
            parts.Add(link);
            copied = at = end;
            at--;
        }

        if (copied > 0)
            text.Replace([.. parts, new TextNode(data[copied..])]);
    }

    // -1 where no domain begins here; one of two parts at least, the last of letters. "git@host.org:" begins another kind of address.
    private static int EndOfDomain(string data, int start)
    {
        var length = data.AsSpan(start).IndexOfAnyExcept(Domain);
        var end = length < 0 ? data.Length : start + length;
        while (end > start && data[end - 1] == '.')
            end--;
        var dot = data.AsSpan(start, end - start).LastIndexOf('.');
        return dot <= 0 || end - start - dot < 3 || data.AsSpan(start + dot + 1, end - start - dot - 1).ContainsAnyExceptInRange('A', 'z')
            || (end + 1 < data.Length && data[end] is ':' or '/' && char.IsAsciiLetterOrDigit(data[end + 1]))
            ? -1 : end;
    }
}
