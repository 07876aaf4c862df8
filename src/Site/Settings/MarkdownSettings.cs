namespace Blobpress.Site.Settings;

/// <summary>What of Markdown the generators read differently.</summary>
public sealed record MarkdownSettings
{
    /// <summary><c>markdown.breaks</c> or <c>breaks</c>: a line's end within a paragraph is a line break, as Hexo's renderer has it.</summary>
    public bool Breaks { get; init; }

    /// <summary><c>markdown.extras</c>: marks of emphasis beyond GitHub's, any of <c>sub</c>, <c>super</c>, <c>ins</c>, <c>mark</c>.</summary>
    public MarkdownExtras Extras { get; init; }

    /// <summary><c>markdown.emoji</c>: codes as <c>:smile:</c> are pictures, as GitHub has them.</summary>
    public bool Emoji { get; init; } = true;

    /// <summary>The habits of a generator.</summary>
    public static MarkdownSettings Of(Generator generator) => new() { Breaks = generator == Generator.Hexo };
}
