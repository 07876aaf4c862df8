using System.Globalization;
using System.Text;
using System.Text.Json;
using Blobpress.Site.Html.CommonMark;
using Blobpress.Site.Posts;
using Blobpress.Site.Urls.Generators;
using Fluid;
using Fluid.Values;

namespace Blobpress.Site.Html.Liquid;

/// <summary>Liquid's own filters and those that Jekyll adds to them (Jekyll: Liquid filters), with the work of each bounded.</summary>
internal static class JekyllFilters
{
    /// <summary>What the rendering of a text hands to filters, in the context's ambient values.</summary>
    public const string Run = "run";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts all of them into options.</summary>
    public static void AddTo(FilterCollection filters)
    {
        Add(filters);
        JekyllLists.AddTo(filters);
        foreach (var (name, filter) in filters.ToList())
            filters.AddFilter(name, (input, arguments, context) => Bounded(filter, input, arguments, context));
    }

    // Before the work as well as after it: a replacement or a join may be as long as the product of what goes into it.
    private static async ValueTask<FluidValue> Bounded(FilterDelegate filter, FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var budget = LiquidRun.Of(context).Budget;
        budget.Step();
        long work = Size(input), longest = 1;
        for (var at = 0; at < arguments.Count; at++)
        {
            work += Size(arguments.At(at));
            longest = Math.Max(longest, Size(arguments.At(at)));
        }

        if (work > LiquidBudget.MaxValue || Size(input) * longest > 100L * LiquidBudget.MaxValue)
            throw new LiquidLimitException("a filter is given too much");
        budget.Work(work);
        var output = await filter(input, arguments, context).ConfigureAwait(false);
        if (Size(output) > LiquidBudget.MaxValue || (output is ArrayValue { Values.Count: > LiquidBudget.MaxItems }))
            throw new LiquidLimitException("a filter makes too much");
        return output;
    }

    private static long Size(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(item => item is StringValue text ? text.ToStringValue().Length + 1 : 1),
        _ => 1,
    };

    private static void Add(FilterCollection filters)
    {
        Text(filters, "relative_url", (text, run) => IsAbsolute(text) ? text : run.Root + "/" + text.TrimStart('/'));
        Text(filters, "absolute_url", (text, run) => IsAbsolute(text) ? text : run.Base + "/" + text.TrimStart('/'));
        Text(filters, "strip_index", (text, _) => text.EndsWith("/index.html", StringComparison.Ordinal) ? text[..^10] : text);
        Text(filters, "xml_escape", (text, _) => HtmlText.Escape(text));
        Text(filters, "cgi_escape", (text, _) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal));
        Text(filters, "uri_escape", (text, _) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && " \"<>\\^`{|}".IndexOf((char)rune.Value, StringComparison.Ordinal) < 0 && rune.Value > 32
            ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))));
        Text(filters, "normalize_whitespace", (text, _) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Text(filters, "smartify", (text, _) => text);
        Text(filters, "markdownify", Markdown);
        filters.AddFilter("slugify", (input, arguments, _) => new StringValue(JekyllSlug.Of(input.ToStringValue(), arguments.Count > 0 ? arguments.At(0).ToStringValue() : "default"), false));
        filters.AddFilter("number_of_words", (input, _, _) => NumberValue.Create(input.ToStringValue().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
        filters.AddFilter("to_integer", (input, _, _) => NumberValue.Create(decimal.Truncate(input.ToNumberValue())));
        filters.AddFilter("jsonify", (input, _, context) => new StringValue(JsonOf(input, context), false));
        filters.AddFilter("inspect", (input, _, context) => new StringValue(HtmlText.Escape(JsonOf(input, context)), false));
        Date(filters, "date_to_xmlschema", (date, _) => date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Date(filters, "date_to_rfc822", (date, _) => date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Date(filters, "date_to_string", (date, arguments) => Day(date, arguments, "MMM"));
        Date(filters, "date_to_long_string", (date, arguments) => Day(date, arguments, "MMMM"));
        filters.TryGetValue("date", out var own);
        filters.AddFilter("date", (input, arguments, context) => DateOf(input, context) is { } date ? own!(new DateTimeValue(date), arguments, context) : new ValueTask<FluidValue>(input));
    }

    private static void Text(FilterCollection filters, string name, Func<string, LiquidRun, string> make) => filters.AddFilter(
        name, (input, _, context) => input.IsNil() ? input : new StringValue(make(input.ToStringValue(), LiquidRun.Of(context)), false));

    private static void Date(FilterCollection filters, string name, Func<DateTimeOffset, FilterArguments, string> make) => filters.AddFilter(
        name, (input, arguments, context) => DateOf(input, context) is { } date ? new StringValue(make(date, arguments), false) : input);

    private static DateTimeOffset? DateOf(FluidValue input, TemplateContext context) => input switch
    {
        DateTimeValue date => (DateTimeOffset)date.ToObjectValue(),
        NumberValue number when Math.Abs(number.ToNumberValue()) < 200_000_000_000 => DateTimeOffset.FromUnixTimeSeconds((long)number.ToNumberValue()),
        StringValue text when text.ToStringValue() is "now" or "today" => context.Now(),
        StringValue text => DateText.Read(text.ToStringValue(), context.TimeZone).Date,
        _ => null,
    };

    // 29 Jan 2022; with "ordinal" 29th Jan 2022, and as the US write it Jan 29th, 2022.
    private static string Day(DateTimeOffset date, FilterArguments arguments, string month)
    {
        var name = date.ToString(month, CultureInfo.InvariantCulture);
        if (arguments.Count == 0 || arguments.At(0).ToStringValue() != "ordinal")
            return string.Create(CultureInfo.InvariantCulture, $"{date.Day:00} {name} {date.Year}");
        var ordinal = (date.Day % 10, date.Day / 10) switch { (_, 1) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" };
        return arguments.Count > 1 && arguments.At(1).ToStringValue() == "US"
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {date.Day}{ordinal}, {date.Year}")
            : string.Create(CultureInfo.InvariantCulture, $"{date.Day}{ordinal} {name} {date.Year}");
    }

    private static string Markdown(string text, LiquidRun run)
    {
        // Much more work than its length.
        run.Budget.Work(text.Length * 20L);
        MarkdownRenderer.Render(text, MarkdownDialect.Of(run.Settings), out var html);
        return html;
    }

    private static bool IsAbsolute(string url) => url.Contains("://", StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal);

    private static string JsonOf(FluidValue value, TemplateContext context)
    {
        var json = new StringBuilder();
        Write(json, value, context, LiquidRun.Of(context).Budget, 0);
        return json.ToString();
    }

    private static void Write(StringBuilder json, FluidValue value, TemplateContext context, LiquidBudget budget, int depth)
    {
        budget.Work(1);
        if (depth > 50 || json.Length > LiquidBudget.MaxValue)
            throw new LiquidLimitException("a filter makes too much");
        switch (value)
        {
            case ArrayValue list:
                WriteAll(json, '[', list.Values, ']', item => Write(json, item, context, budget, depth + 1));
                break;
            case DictionaryValue:
                WriteAll(json, '{', [.. value.Enumerate(context)], '}', pair =>
                {
                    var parts = ((ArrayValue)pair).Values;
                    json.Append(JsonSerializer.Serialize(parts[0].ToStringValue(), Json)).Append(':');
                    Write(json, parts[1], context, budget, depth + 1);
                });
                break;
            case NumberValue or BooleanValue:
                json.Append(value.ToStringValue());
                break;
            default:
                json.Append(value.IsNil() ? "null" : JsonSerializer.Serialize(LiquidRun.Shown(value), Json));
                break;
        }
    }

    private static void WriteAll(StringBuilder json, char open, IReadOnlyList<FluidValue> items, char close, Action<FluidValue> write)
    {
        json.Append(open);
        for (var at = 0; at < items.Count; at++)
        {
            if (at > 0)
                json.Append(',');
            write(items[at]);
        }

        json.Append(close);
    }
}
