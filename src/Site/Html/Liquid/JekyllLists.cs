using Fluid;
using Fluid.Values;

namespace Blobpress.Site.Html.Liquid;

/// <summary>Jekyll's filters of lists.</summary>
internal static class JekyllLists
{
    /// <summary>Puts all of them into options.</summary>
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("where", async (input, arguments, context) =>
            new ArrayValue(await WhereAsync(input, arguments.At(0), arguments.At(1), context).ConfigureAwait(false)));
        filters.AddFilter("find", async (input, arguments, context) =>
            (await WhereAsync(input, arguments.At(0), arguments.At(1), context).ConfigureAwait(false)) is [var first, ..] ? first : NilValue.Instance);
        filters.AddFilter("where_exp", (input, arguments, context) => new ValueTask<FluidValue>(new ArrayValue(Holding(input, arguments, context).ToList())));
        filters.AddFilter("find_exp", (input, arguments, context) => new ValueTask<FluidValue>(Holding(input, arguments, context).FirstOrDefault() ?? NilValue.Instance));
        filters.AddFilter("group_by", async (input, arguments, context) =>
        {
            var keys = new List<FluidValue>();
            var items = Items(input, context);
            foreach (var item in items)
                keys.Add(await MemberAsync(item, arguments.At(0).ToStringValue(), context).ConfigureAwait(false));
            return Grouped(items, keys, context);
        });
        filters.AddFilter("group_by_exp", (input, arguments, context) =>
        {
            var items = Items(input, context);
            var run = LiquidRun.Of(context);
            return Grouped(items, [.. items.Select(item => run.Within(arguments.At(0).ToStringValue(), item, arguments.At(1).ToStringValue(), isCondition: false))], context);
        });
        filters.AddFilter("array_to_sentence_string", (input, arguments, context) =>
        {
            var words = Items(input, context).Select(item => item.ToStringValue()).ToList();
            var connector = arguments.Count > 0 ? arguments.At(0).ToStringValue() : "and";
            return new StringValue(words.Count switch
            {
                0 => "",
                1 => words[0],
                2 => $"{words[0]} {connector} {words[1]}",
                _ => $"{string.Join(", ", words.SkipLast(1))}, {connector} {words[^1]}",
            }, false);
        });
        filters.AddFilter("push", (input, arguments, context) => new ArrayValue([.. Items(input, context), arguments.At(0)]));
        filters.AddFilter("unshift", (input, arguments, context) => new ArrayValue([arguments.At(0), .. Items(input, context)]));
        filters.AddFilter("pop", (input, _, context) => new ArrayValue(Items(input, context).SkipLast(1).ToList()));
        filters.AddFilter("shift", (input, _, context) => new ArrayValue(Items(input, context).Skip(1).ToList()));
        // Jekyll draws one by lot with each build; the same posts have to give the same page.
        filters.AddFilter("sample", (input, _, context) => Items(input, context).FirstOrDefault() ?? NilValue.Instance);
    }

    private static List<FluidValue> Items(FluidValue input, TemplateContext context)
    {
        var items = (input is ArrayValue list ? list.Values : input.Enumerate(context)).Take(LiquidBudget.MaxItems + 1).ToList();
        LiquidRun.Of(context).Budget.Work(items.Count);
        return items;
    }

    private static async ValueTask<List<FluidValue>> WhereAsync(FluidValue input, FluidValue property, FluidValue wanted, TemplateContext context)
    {
        var found = new List<FluidValue>();
        foreach (var item in Items(input, context))
        {
            var value = await MemberAsync(item, property.ToStringValue(), context).ConfigureAwait(false);
            var holds = value is ArrayValue several ? several.Values.Any(one => Same(one, wanted)) : Same(value, wanted);
            if (holds)
                found.Add(item);
        }

        return found;
    }

    // As Jekyll compares them: as texts, nothing being equal to nothing alone.
    private static bool Same(FluidValue value, FluidValue wanted) =>
        value.IsNil() || wanted.IsNil() ? value.IsNil() && wanted.IsNil() : value.ToStringValue() == wanted.ToStringValue();

    private static async ValueTask<FluidValue> MemberAsync(FluidValue item, string property, TemplateContext context)
    {
        foreach (var name in property.Split('.'))
            item = await item.GetValueAsync(name, context).ConfigureAwait(false);
        return item;
    }

    private static IEnumerable<FluidValue> Holding(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var run = LiquidRun.Of(context);
        return Items(input, context).Where(item => run.Within(arguments.At(0).ToStringValue(), item, arguments.At(1).ToStringValue(), isCondition: true).ToBooleanValue());
    }

    private static FluidValue Grouped(List<FluidValue> items, IReadOnlyList<FluidValue> keys, TemplateContext context) => FluidValue.Create(
        items.Zip(keys, (item, key) => (item, key: key.ToStringValue())).GroupBy(pair => pair.key, pair => pair.item).Select(group => (object)new Dictionary<string, object>
        {
            ["name"] = group.Key,
            ["items"] = group.ToList(),
            ["size"] = group.Count(),
        }).ToList(), context.Options);
}
