namespace Blobpress.Site.Html.Tree;

/// <summary>Text, character references resolved.</summary>
internal sealed class TextNode(string data) : Node
{
    public string Data { get; set; } = data;

    public override string TextContent => Data;
}
