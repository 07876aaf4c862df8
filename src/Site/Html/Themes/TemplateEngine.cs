using System.Text.Encodings.Web;
using System.Text.Unicode;
using Blobpress.Site.Html.Themes.Bounds;
using Fluid;
using Fluid.Values;

namespace Blobpress.Site.Html.Themes;

/// <summary>Liquid as themes speak it: the members of view records in snake case, output encoded, work bounded, no clock.</summary>
internal static class TemplateEngine
{
    // More than any page needs (a page of 200 entries takes some 5,000); a runaway loop ends in milliseconds.
    private const int MaxSteps = 200_000;

    private const int MaxDepth = 20;

    /// <summary>Leaves CJK readable; encodes what has a meaning in HTML.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    // Thread-safe.
    private static readonly FluidParser Parser = new();

    /// <summary>Parses a template and puts its parts within bounds.</summary>
    public static bool TryParse(string text, out IFluidTemplate template, out string error)
    {
        if (!Parser.TryParse(text, out template, out error))
            return false;
        template = BoundingRewriter.Bound(template);
        return true;
    }

    public static TemplateOptions Options(IReadOnlyDictionary<string, string> templates, bool strict)
    {
        var options = new TemplateOptions
        {
            FileProvider = new TemplateFolder(templates),
            MaxSteps = MaxSteps,
            MaxRecursion = MaxDepth,
            StrictFilters = strict,
            Undefined = strict ? name => throw new FluidException($"There is no variable '{name}'") : null,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => DateTimeOffset.UnixEpoch,
            TemplateParsed = (_, template) => BoundingRewriter.Bound(template),
        };
        BoundedFilters.Bound(options.Filters);
        options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.SnakeCase;
        RegisterViews(options.MemberAccessStrategy);
        options.ValueConverters.Add(value => value is Markup markup ? new StringValue(markup.Html, encode: false) : null);
        return options;
    }

    private static void RegisterViews(MemberAccessStrategy members)
    {
        foreach (var view in ViewTypes)
            members.Register(view);
    }

    // All that a template can read: nothing else is reachable from it.
    private static readonly Type[] ViewTypes =
    [
        typeof(SiteView), typeof(PageView), typeof(SocialImage), typeof(FeedLink), typeof(MenuView), typeof(LinkView), typeof(DateView),
        typeof(PostView), typeof(NeighbourView), typeof(CardView), typeof(FrontView), typeof(ArchiveView), typeof(ArchiveGroup),
        typeof(TermsView), typeof(RedirectView),
    ];
}
