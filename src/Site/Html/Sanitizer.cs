using Blobpress.Site.Html.Formulas;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>The gate that everything in a post passes: only what <see cref="AllowedHtml"/> and <see cref="MathMl"/> name comes through.</summary>
/// <remarks>Later steps put in elements and addresses of their own making only.</remarks>
internal static class Sanitizer
{
    private static readonly HashSet<string> Addresses = ["href", "src", "cite"];

    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" };

    /// <summary>Takes everything out from below <paramref name="root"/> that may not be on a page.</summary>
    public static void Clean(Element root)
    {
        foreach (var node in root.Descendants().Where(node => !IsAllowed(node)).ToList())
            node.Remove();
        foreach (var element in root.Elements())
        {
            if (element.IsHtml)
                Clean(element.Attributes, element);
            else
                element.RemoveAttributes(attribute => !MathMl.IsAllowed(attribute));
        }
    }

    private static void Clean(IReadOnlyList<Tree.Attribute> attributes, Element element)
    {
        if (attributes.Count == 0)
            return;
        foreach (var attribute in attributes)
        {
            if (Addresses.Contains(attribute.Name))
                attribute.Value = attribute.Value.TrimStart();
        }

        element.RemoveAttributes(attribute => !IsAllowed(attribute));
    }

    // A picture is set anew around its image, so one that is left by now shows nothing.
    private static bool IsAllowed(Node node) => node switch
    {
        TextNode => true,
        Element { IsHtml: false } element => MathMl.IsAllowed(element),
        Element element => element.Parent?.IsHtml == true && element.LocalName != "picture" && AllowedHtml.Elements.Contains(element.LocalName),
        _ => false,
    };

    // "&{" began a script in attributes once (HTML 4, B.7.1).
    private static bool IsAllowed(Tree.Attribute attribute) =>
        AllowedHtml.Attributes.Contains(attribute.Name)
        && !attribute.Value.Contains("&{", StringComparison.Ordinal)
        && (!Addresses.Contains(attribute.Name) || Scheme(attribute.Value) is not { } scheme || Schemes.Contains(scheme));

    // What stands before the first colon, where no path or fragment begins before it; a colon may be hidden in a reference.
    private static string? Scheme(string address)
    {
        for (var at = 0; at < address.Length; at++)
        {
            switch (address[at])
            {
                case '/' or '#':
                    return null;
                case ':':
                    return address[..at];
                case '&' when IsColon(address.AsSpan(at)):
                    return address[..at];
            }
        }

        return null;
    }

    private static bool IsColon(ReadOnlySpan<char> reference) =>
        reference.StartsWith("&#", StringComparison.Ordinal)
        && (reference[2..].TrimStart('0').StartsWith("58", StringComparison.Ordinal)
            || (reference.Length > 2 && reference[2] is 'x' or 'X' && reference[3..].TrimStart('0').StartsWith("3a", StringComparison.OrdinalIgnoreCase)));
}
