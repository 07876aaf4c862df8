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
    public string Page(string template, Dictionary<string, object> values) =>
        Bare("layout", new(values) { ["content"] = new Markup(Bare(template, values)) });

    /// <summary>One template by itself.</summary>
    public string Bare(string template, Dictionary<string, object> values)
    {
        var context = new TemplateContext(options);
        foreach (var (name, value) in values)
            context.SetValue(name, value);
        return parsed[template + ThemeFiles.TemplateExtension].Render(context, TemplateEngine.Encoder);
    }
}
