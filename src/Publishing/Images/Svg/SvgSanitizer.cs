using System.Xml.Linq;

namespace Blobpress.Publishing.Images.Svg;

/// <summary>
/// Copies what an SVG draws and nothing else: known elements of the SVG namespace, no event attributes, and references
/// only to parts of the same file or to pictures inside it (compare SVG 2, "secure static mode", 2.3.1, which also forbids both).
/// </summary>
internal static class SvgSanitizer
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "view", "a",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image",
        "text", "tspan", "tref", "textPath", "altGlyph", "glyph", "missing-glyph", "font", "font-face", "hkern", "vkern",
        "marker", "pattern", "clipPath", "mask", "linearGradient", "radialGradient", "stop", "hatch", "hatchpath", "mesh", "solidcolor",
        "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
        "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
        "feTurbulence", "animate", "animateColor", "animateMotion", "animateTransform", "mpath", "set",
    };

    private static readonly HashSet<string> Animations = new(StringComparer.Ordinal)
    {
        "animate", "animateColor", "animateMotion", "animateTransform", "set",
    };

    /// <summary>A clean copy, or null where the root is no SVG element. Recursive: <see cref="SvgReader"/> bounds the depth.</summary>
    public static XElement? Clean(XElement root)
    {
        if (root.Name.LocalName != "svg")
            return null;
        var clean = Copy(root, inherited: root.Name.Namespace);
        clean.Add(new XAttribute(XNamespace.Xmlns + "xlink", XLink.NamespaceName));
        return clean;
    }

    // Old drawings leave the namespace out; browsers would then show nothing, so it is put back.
    private static XElement Copy(XElement element, XNamespace inherited) => new(
        Svg + element.Name.LocalName,
        element.Attributes().Where(IsHarmless).Select(a => new XAttribute(a.Name, a.Value)),
        // A sheet is judged as a whole: a word that loads something may be cut in two by a CDATA section.
        element.Name.LocalName == "style" ? new XText(SvgStyle.Clean(element.Value)) : element.Nodes().Select(node => node switch
        {
            XElement child when IsDrawn(child, inherited) => Copy(child, inherited),
            XText text => new XText(text.Value),
            _ => (object?)null,
        }));

    private static bool IsDrawn(XElement element, XNamespace inherited) =>
        (element.Name.Namespace == Svg || element.Name.Namespace == inherited)
        && Elements.Contains(element.Name.LocalName)
        && !(Animations.Contains(element.Name.LocalName) && ChangesReference(element));

    private static bool ChangesReference(XElement animation)
    {
        var target = ((string?)animation.Attribute("attributeName") ?? "").Trim();
        return target.EndsWith("href", StringComparison.OrdinalIgnoreCase) || target.StartsWith("on", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHarmless(XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        if (attribute.IsNamespaceDeclaration || name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return false;
        if (attribute.Name.Namespace == XLink || name.Equals("href", StringComparison.OrdinalIgnoreCase))
            return name != "href" || SvgReference.IsInside(attribute.Value);
        var known = attribute.Name.Namespace == XNamespace.None || attribute.Name.Namespace == XNamespace.Xml && name != "base";
        return known && SvgStyle.IsHarmless(attribute.Value);
    }
}
