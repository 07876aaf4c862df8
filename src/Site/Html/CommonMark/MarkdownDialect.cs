using System.Collections.Concurrent;
using Blobpress.Site.Settings;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>What of Markdown differs from site to site.</summary>
/// <param name="Breaks">A line's end within a paragraph is a line break.</param>
/// <param name="Extras">Marks of emphasis beyond GitHub's.</param>
/// <param name="CodeHoldsPipes">A pipe within a code span divides no cells, as kramdown has it; else it does, as GitHub has it.</param>
/// <param name="Language">Of the words that are put in; one that there are phrases in.</param>
internal readonly record struct MarkdownDialect(bool Breaks, MarkdownExtras Extras, bool CodeHoldsPipes, string Language)
{
    private static readonly ConcurrentDictionary<MarkdownDialect, MarkdownPipeline> Pipelines = new();

    /// <summary>The dialect of a site.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="language">The post's, where it has its own.</param>
    public static MarkdownDialect Of(SiteSettings settings, string? language = null) => new(
        settings.Markdown.Breaks, settings.Markdown.Extras, settings.Generator == Generator.Jekyll, Phrases.Nearest(language ?? settings.Language));

    /// <summary>The parsers and renderers; made once for each dialect.</summary>
    public MarkdownPipeline Pipeline => Pipelines.GetOrAdd(this, dialect => dialect.Build());

    private MarkdownPipeline Build()
    {
        var language = Language;
        var builder = new MarkdownPipelineBuilder()
            .UseAlertBlocks((renderer, kind) => AlertTitle.Write(renderer, kind, language))
            .UseAbbreviations()
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
