using System.Collections.Concurrent;
using Blobpress.Site.Settings;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>What of Markdown differs from site to site.</summary>
/// <param name="Breaks">A line's end within a paragraph is a line break.</param>
/// <param name="Extras">Marks of emphasis beyond GitHub's.</param>
/// <param name="CodeHoldsPipes">A pipe within a code span divides no cells, as kramdown has it; else it does, as GitHub has it.</param>
internal readonly record struct MarkdownDialect(bool Breaks, MarkdownExtras Extras, bool CodeHoldsPipes)
{
    private static readonly ConcurrentDictionary<MarkdownDialect, MarkdownPipeline> Pipelines = new();

    /// <summary>The dialect of a site.</summary>
    public static MarkdownDialect Of(SiteSettings settings) =>
        new(settings.Markdown.Breaks, settings.Markdown.Extras, settings.Generator == Generator.Jekyll);

    /// <summary>The parsers and renderers; made once for each dialect.</summary>
    public MarkdownPipeline Pipeline => Pipelines.GetOrAdd(this, dialect => dialect.Build());

    private MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseAlertBlocks()
            .UseCjkFriendlyEmphasis()
            .UseDefinitionLists()
            .UseEmphasisExtras(Emphasis())
            .Use<FootnoteKeeper>()
            .UseFootnotes()
            .UseTaskLists()
            .Use<MathExtension>()
            .Use(new TableExtension(CodeHoldsPipes))
            .Use<ContainerExtension>()
            .Use<BareUrlExtension>()
            .Use<AuthorsExtension>();
        return (Breaks ? builder.UseSoftlineBreakAsHardlineBreak() : builder).Build();
    }

    private EmphasisExtraOptions Emphasis() =>
        EmphasisExtraOptions.Strikethrough
        | Chosen(MarkdownExtras.Sub, EmphasisExtraOptions.Subscript)
        | Chosen(MarkdownExtras.Super, EmphasisExtraOptions.Superscript)
        | Chosen(MarkdownExtras.Ins, EmphasisExtraOptions.Inserted)
        | Chosen(MarkdownExtras.Mark, EmphasisExtraOptions.Marked);

    private EmphasisExtraOptions Chosen(MarkdownExtras extra, EmphasisExtraOptions option) => (Extras & extra) == 0 ? 0 : option;
}
