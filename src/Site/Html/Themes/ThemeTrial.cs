namespace Blobpress.Site.Html.Themes;

/// <summary>Renders every kind of page once, full and bare, so that a fault shows when the theme comes and not when a post does.</summary>
internal static class ThemeTrial
{
    /// <param name="values">Gives the templates' variables.</param>
    /// <param name="templates">The theme's, strict.</param>
    /// <param name="overrides">The owner's files, where faults are looked for.</param>
    public static IEnumerable<ThemeReason> Run(PageValues values, TemplateSet templates, IReadOnlyDictionary<string, string> overrides)
    {
        var pages = new (string Template, Dictionary<string, object> Values)[]
        {
            ("post", values.Post(Specimens.FullPost)),
            ("post", values.Post(Specimens.BarePost)),
            ("front", values.Front(Specimens.Home)),
            ("front", values.Front(Specimens.EmptyCategory)),
            ("archive", values.Archive(Specimens.SplitArchive)),
            ("archive", values.Archive(Specimens.ArchiveOfEntries)),
            ("terms", values.Terms(Specimens.Terms)),
            ("not-found", values.NotFound()),
        };
        var faults = pages.Select(page => Fault(page.Template, () => templates.Page(page.Template, page.Values), overrides))
            .Append(Fault("redirect", () => templates.Bare("redirect", values.Redirect("/")), overrides));
        return faults.OfType<ThemeReason>().Distinct();
    }

    private static ThemeReason? Fault(string template, Func<string> render, IReadOnlyDictionary<string, string> overrides)
    {
        try
        {
            render();
            return null;
        }
        catch (FileNotFoundException missing)
        {
            return TemplateError.Render(template, $"There is no template '{missing.Message}'", overrides);
        }
        catch (InvalidOperationException fault) when (fault.Message.Contains("recursion", StringComparison.Ordinal))
        {
            // The engine's one answer to too many steps and to too deep a nesting.
            return TemplateError.Render(template, "The template renders itself or loops without end", overrides);
        }
        catch (Exception fault)
        {
            // A template can make the engine throw almost anything; whatever it is, the owner's template is at fault.
            return TemplateError.Render(template, fault.Message, overrides);
        }
    }
}
