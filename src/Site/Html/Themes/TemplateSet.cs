using Blobpress.Site.Html.Themes.Bounds;
using Blobpress.Site.Posts;
using Fluid;

namespace Blobpress.Site.Html.Themes;

/// <summary>A theme's parsed templates. Safe for parallel rendering: each rendering has a context of its own.</summary>
/// <param name="texts">The sources, for templates that render others.</param>
/// <param name="parsed">The same, parsed.</param>
/// <param name="strict">True: a variable or filter that does not exist throws; false: it is empty.</param>
internal sealed class TemplateSet(
    IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, IFluidTemplate> parsed, bool strict)
{
    private readonly TemplateOptions options = TemplateEngine.Options(texts, strict);

    /// <summary>The page of one template inside the layout.</summary>
    /// <param name="template">Its name.</param>
    /// <param name="values">Its variables.</param>
    /// <param name="content">The characters of the post that is shown.</param>
    /// <exception cref="LimitException">The templates make or handle too much.</exception>
    public string Page(string template, Dictionary<string, object> values, long content = 0) =>
        Bare("layout", new(values) { ["content"] = new Markup(Bare(template, values, content)) }, content);

    /// <summary>One template by itself.</summary>
    /// <inheritdoc cref="Page"/>
    public string Bare(string template, Dictionary<string, object> values, long content = 0)
    {
        var (context, budget) = (new TemplateContext(options), new TemplateBudget(content));
        budget.Give(context);
        foreach (var (name, value) in values)
            context.SetValue(name, value);
        using var page = new BudgetWriter(budget, template);
        var rendering = parsed[template + ThemeFiles.TemplateExtension].RenderAsync(page, TemplateEngine.Encoder, context);
        rendering.AsTask().GetAwaiter().GetResult();
        return page.ToString();
    }
}
