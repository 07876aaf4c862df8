using Fluid;
using Fluid.Values;

namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary>The engine's filters, each of which looks at what it would make before it makes it.</summary>
internal static class BoundedFilters
{
    // Of a number or date a format asks for, places included.
    private const int MaxFormat = 100;
    private const int MaxPlaces = 2;

    /// <summary>Puts bounds around all filters.</summary>
    public static void Bound(FilterCollection filters)
    {
        foreach (var (name, filter) in filters.ToList())
        {
            filters.AddFilter(name, async (input, arguments, context) =>
            {
                var budget = TemplateBudget.Of(context);
                Check(name, input, arguments, budget);
                var made = await filter(input, arguments, context).ConfigureAwait(false);
                budget.Spend(Size(made));
                TemplateBudget.Items(name, made is ArrayValue list ? list.Values.Count : 0);
                budget.Text(name, made is StringValue ? Size(made) : 0);
                return made;
            });
        }
    }

    private static void Check(string name, FluidValue input, FilterArguments arguments, TemplateBudget budget)
    {
        var sizes = All(arguments).Sum(Size);
        budget.Spend(Size(input) + sizes + 1);
        switch (name)
        {
            case "append" or "prepend" or "replace_first" or "replace_last":
                budget.Text(name, Size(input) + sizes);
                break;
            case "replace":
                budget.Text(name, Size(input) + (Count(input, arguments.At(0)) * Size(arguments.At(1))));
                break;
            case "newline_to_br":
                budget.Text(name, Size(input) + (6L * input.ToStringValue().AsSpan().Count('\n')));
                break;
            case "join" when input is ArrayValue list:
                budget.Text(name, Size(input) + (list.Values.Count * Math.Max(1, Size(arguments.At(0)))));
                break;
            case "split":
                TemplateBudget.Items(name, Count(input, arguments.At(0)));
                break;
            case "reverse" when input is StringValue:
                TemplateBudget.Items(name, Size(input));
                break;
            case "concat":
                TemplateBudget.Items(name, Length(input) + Length(arguments.At(0)));
                break;
            case "format_number" or "format_string" or "format_date" or "date":
                Format(name, input, arguments, budget);
                break;
        }
    }

    // "N999999999" asks for a gigabyte.
    private static void Format(string name, FluidValue input, FilterArguments arguments, TemplateBudget budget)
    {
        foreach (var text in All(arguments).Append(input).OfType<StringValue>().Select(value => value.ToStringValue()))
        {
            var digits = 0;
            foreach (var c in text)
            {
                digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
                if (digits > MaxPlaces && name is "format_number" or "format_string")
                    budget.Text(name, digits > MaxPlaces ? long.MaxValue : 0);
            }

            if (text.Length > MaxFormat)
                budget.Text(name, long.MaxValue);
        }
    }

    private static IEnumerable<FluidValue> All(FilterArguments arguments) => Enumerable.Range(0, arguments.Count).Select(arguments.At);

    private static long Length(FluidValue value) => value is ArrayValue list ? list.Values.Sum(item => item is ArrayValue inner ? inner.Values.Count : 1L) : 1;

    private static long Size(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(item => item is StringValue text ? text.ToStringValue().Length + 1L : 1),
        _ => 1,
    };

    // How often a text stands in another; between all characters where it is empty.
    private static long Count(FluidValue input, FluidValue part)
    {
        var (text, sought) = (input.ToStringValue(), part.ToStringValue());
        return sought.Length == 0 ? text.Length + 1L : text.AsSpan().Count(sought) + 1L;
    }
}
