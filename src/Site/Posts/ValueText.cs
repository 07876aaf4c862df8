using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Values as the text an author meant.</summary>
internal static class ValueText
{
    /// <summary>
    /// A scalar's text on one line. <c>a: b</c> in a list is to YAML a mapping, and <c>[Python]</c> a list: their text is given back.
    /// Empty where there is no text.
    /// </summary>
    public static string Of(Value value) => value switch
    {
        { IsEmpty: true } => "",
        Value.Scalar scalar => PlainLine.Of(scalar.Text),
        Value.Map { Entries: [{ Value: Value.Scalar only, Key.Length: > 0 } entry] } => PlainLine.Of($"{entry.Key}: {only.Text}"),
        Value.List list when list.Items.All(item => item is Value.Scalar) => $"[{string.Join(", ", list.Items.Select(Of))}]",
        _ => "",
    };

    /// <summary>A value as one or several texts: a list's items, or the value itself; a mapping by its <c>name</c>.</summary>
    public static IEnumerable<string> Each(Value value) => value switch
    {
        Value.List list => list.Items.SelectMany(item => item is Value.List inner ? inner.Items.Select(Named) : [Named(item)]).Where(text => text.Length > 0),
        _ => Named(value) is { Length: > 0 } text ? [text] : [],
    };

    private static string Named(Value value) => value is Value.Map map && map.Find("name") is { } name ? Of(name) : Of(value);
}
