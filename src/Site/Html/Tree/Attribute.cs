namespace Blobpress.Site.Html.Tree;

/// <summary>An attribute of an element.</summary>
internal sealed class Attribute(string name, string value)
{
    /// <summary>In lower case.</summary>
    public string Name { get; } = name;

    public string Value { get; set; } = value;
}
