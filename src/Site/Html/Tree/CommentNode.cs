namespace Blobpress.Site.Html.Tree;

/// <summary>A comment.</summary>
internal sealed class CommentNode(string data) : Node
{
    /// <summary>What stands between its marks.</summary>
    public string Data { get; } = data;

    public override string TextContent => "";
}
