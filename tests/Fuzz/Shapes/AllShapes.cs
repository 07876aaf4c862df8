namespace Blobpress.Fuzz.Shapes;

/// <summary>Every shape that is tried.</summary>
public static class AllShapes
{
    public static IReadOnlyList<Shape> Posts { get; } = [.. MarkdownShapes.All, .. HtmlShapes.All, .. TagShapes.All, .. FrontMatterShapes.All];
}
