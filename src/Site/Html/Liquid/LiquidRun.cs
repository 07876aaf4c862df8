using System.Globalization;
using System.Text;
using Blobpress.Site.Settings;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Blobpress.Site.Html.Liquid;

/// <summary>Renders templates of one text: their structure is walked here, their expressions and filters are Fluid's.</summary>
internal sealed class LiquidRun
{
    private const int MaxIncludes = 10;

    private static readonly TemplateOptions Options = MakeOptions();

    private readonly LiquidExpressions _expressions = new();
    private readonly TemplateContext _context = new(Options, StringComparer.Ordinal);
    private readonly LiquidLibrary _library;
    private readonly LiquidTexts _texts;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Stack<(string Name, int At)> _included = new();
    private LiquidTemplate _template;

    /// <summary>Makes ready for a text.</summary>
    /// <param name="template">The text.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="library">What it may include.</param>
    /// <param name="texts">Takes what comes out, and what there is to say.</param>
    /// <param name="variables">Values by name.</param>
    public LiquidRun(LiquidTemplate template, SiteSettings settings, LiquidLibrary library, LiquidTexts texts, IReadOnlyDictionary<string, object> variables)
    {
        (_template, Settings, _library, _texts) = (template, settings, library, texts);
        Budget = new(template.Text.Length);
        Base = settings.BaseUrl.AbsoluteUri.TrimEnd('/');
        Root = settings.BaseUrl.AbsolutePath.TrimEnd('/');
        _context.AmbientValues[JekyllFilters.Run] = this;
        _context.TimeZone = settings.TimeZone;
        foreach (var (name, value) in variables)
            _context.SetValue(name, FluidValue.Create(value, Options));
        if (variables.GetValueOrDefault("page") is Dictionary<string, object> page && page.GetValueOrDefault("date") is DateTimeOffset date)
            // There is no clock here: the same sources have to give the same page.
            _context.Now = () => date;
    }

    public LiquidBudget Budget { get; }

    public SiteSettings Settings { get; }

    /// <summary>The site's URL without a slash at its end.</summary>
    public string Base { get; }

    /// <summary>The path of the site's root without a slash at its end.</summary>
    public string Root { get; }

    /// <summary>The run that a filter is part of.</summary>
    public static LiquidRun Of(TemplateContext context) => (LiquidRun)context.AmbientValues[JekyllFilters.Run];

    /// <summary>Renders the text.</summary>
    /// <exception cref="LiquidLimitException">It is too much work.</exception>
    public void Render() => Render(_template.Nodes, _texts.Output);

    /// <summary>What an expression gives with an item under a name; nil where it can't be read.</summary>
    public FluidValue Within(string name, FluidValue item, string text, bool isCondition)
    {
        Budget.Step();
        if ((isCondition ? _expressions.Condition(text) : _expressions.Value(text)) is not { } expression)
            return NilValue.Instance;
        _context.EnterChildScope();
        _context.SetValue(name, item);
        var value = Evaluate(expression);
        _context.ReleaseScope();
        return value;
    }

    /// <summary>A value as Jekyll shows it.</summary>
    public static string Shown(FluidValue value)
    {
        if (value is DateTimeValue date)
            return ((DateTimeOffset)date.ToObjectValue()).ToString("yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture) + Offset((DateTimeOffset)date.ToObjectValue());
        if (value is ArrayValue list)
            return string.Join(", ", list.Values.Select(Shown));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Wait(value.WriteToAsync(writer, NullEncoder.Default, CultureInfo.InvariantCulture));
        return writer.ToString();
    }

    private static string Offset(DateTimeOffset date) => date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private Flow Render(IReadOnlyList<LiquidNode> nodes, StringBuilder output)
    {
        foreach (var node in nodes)
        {
            Budget.Step();
            Budget.Output(output.Length);
            if (Render(node, output) is var flow and not Flow.On)
                return flow;
        }

        return Flow.On;
    }

    private Flow Render(LiquidNode node, StringBuilder output)
    {
        if (_included.Count == 0)
            _texts.Mark(output, node);
        switch (node)
        {
            case LiquidNode.Text text:
                output.Append(_template.Text, text.Start, text.End - text.Start);
                return Flow.On;
            case LiquidNode.Raw raw:
                output.Append(_texts.Literal(_template.Text[raw.Start..raw.End]));
                return Flow.On;
            case LiquidNode.Written written:
                output.Append(_template.Text, written.Start, written.End - written.Start);
                return Flow.On;
            case LiquidNode.Value value:
                Value(value, value.Expression, output);
                return Flow.On;
            case LiquidNode.If branches:
                return If(branches, output);
            case LiquidNode.Case branches:
                return Case(branches, output);
            case LiquidNode.For loop:
                return For(loop, output);
            case LiquidNode.Capture capture:
                return Capture(capture);
            default:
                return Act((LiquidNode.Act)node, output);
        }
    }

    private void Value(LiquidNode node, string text, StringBuilder output)
    {
        if (_expressions.Value(text) is not { } expression)
        {
            Leave(node, output, $"The value {{{{ {text} }}}} can't be read and was left out.");
            return;
        }

        if (LiquidExpressions.Filters(expression).FirstOrDefault(name => !Options.Filters.TryGetValue(name, out _)) is { } unknown)
            Note(node, $"The filter \"{unknown}\" is not known here, and the value is shown without it.");
        var shown = Shown(Evaluate(expression));
        if (shown.Length == 0 && LiquidExpressions.Root(expression) is MemberExpression root && Evaluate(root).IsNil())
        {
            Leave(node, output, $"The value {{{{ {text} }}}} is not known here and was left out.");
            return;
        }

        output.Append(_texts.Literal(shown));
    }

    // Code is not what Jekyll's own authors would have left unprotected, so there it stays; and so does what looks like TeX.
    private void Leave(LiquidNode node, StringBuilder output, string message)
    {
        if (_included.Count == 0 && _texts.IsWritten(node))
            output.Append(_texts.Literal(_template.Text[node.Start..node.End]));
        else
            Note(node, message);
    }

    private Flow If(LiquidNode.If node, StringBuilder output)
    {
        for (var at = 0; at < node.Branches.Count; at++)
        {
            var branch = node.Branches[at];
            if (Holds(node, branch) != (node.Unless && at == 0))
                return Render(branch.Body, output);
        }

        return Flow.On;
    }

    private bool Holds(LiquidNode.If node, LiquidBranch branch)
    {
        if (branch.Condition is null)
            return true;
        if (_expressions.Condition(branch.Condition) is { } condition)
            return Evaluate(condition).ToBooleanValue();
        Note(branch.At, $"The condition \"{branch.Condition}\" can't be read; what it asks for is shown.");
        return !(node.Unless && branch.At == node.Start);
    }

    private Flow Case(LiquidNode.Case node, StringBuilder output)
    {
        if (_expressions.Value(node.Subject) is not { } subject)
        {
            Note(node, $"The tag \"case {node.Subject}\" can't be read, and was left out.");
            return node.Branches is [] ? Flow.On : Render(node.Branches[^1].Body, output);
        }

        var value = Evaluate(subject);
        var matches = node.Branches.Where(branch => branch.Condition is not null && LiquidArguments.Split(branch.Condition).Any(wanted => _expressions.Value(wanted) is { } expression && Evaluate(expression).Equals(value))).ToList();
        foreach (var branch in matches.Count > 0 ? matches : node.Branches.Where(branch => branch.Condition is null))
        {
            if (Render(branch.Body, output) is var flow and not Flow.On)
                return flow;
        }

        return Flow.On;
    }

    private Flow For(LiquidNode.For node, StringBuilder output)
    {
        if (_expressions.Loop(node.Header) is not { } loop)
        {
            Note(node, $"The loop \"{node.Header}\" can't be read; what it encloses is shown once.");
            return Render(node.Body, output);
        }

        if (Items(loop) is not { } items)
        {
            Leave(node, output, $"The loop \"{node.Header}\" goes through what is not known here, and was left out.");
            return Flow.On;
        }

        if (items.Count == 0)
            return Render(node.Else, output);
        _context.EnterForLoopScope();
        for (var at = 0; at < items.Count; at++)
        {
            Budget.Step();
            _context.SetValue(loop.Identifier, items[at]);
            _context.SetValue("forloop", FluidValue.Create(Position(at, items.Count), Options));
            if (Render(node.Body, output) == Flow.Break)
                break;
        }

        _context.ReleaseScope();
        return Flow.On;
    }

    // Null where there is nothing of that name.
    private List<FluidValue>? Items(ForStatement loop)
    {
        IEnumerable<FluidValue> items;
        if (loop.Source is RangeExpression range)
        {
            var (from, to) = (Whole(Evaluate(range.From)), Whole(Evaluate(range.To)));
            if (to - from >= LiquidBudget.MaxItems)
                throw new LiquidLimitException($"a loop goes round more than {LiquidBudget.MaxItems:N0} times");
            items = to < from ? [] : Enumerable.Range((int)from, (int)(to - from + 1)).Select(number => (FluidValue)NumberValue.Create(number));
        }
        else if (Evaluate(loop.Source) is var source && source.IsNil())
        {
            return null;
        }
        else
        {
            items = source is ArrayValue list ? list.Values : source is StringValue text ? text.ToStringValue().Length == 0 ? [] : [text] : source.Enumerate(_context);
        }

        if (loop.Offset is { } offset)
            items = items.Skip((int)Whole(Evaluate(offset)));
        if (loop.Limit is { } limit)
            items = items.Take((int)Whole(Evaluate(limit)));
        var taken = items.Take(LiquidBudget.MaxItems + 1).ToList();
        Budget.Work(taken.Count);
        if (taken.Count > LiquidBudget.MaxItems)
            throw new LiquidLimitException($"a loop goes round more than {LiquidBudget.MaxItems:N0} times");
        if (loop.Reversed)
            taken.Reverse();
        return taken;
    }

    private static long Whole(FluidValue value) => (long)Math.Clamp(decimal.Truncate(value.ToNumberValue()), int.MinValue / 2, int.MaxValue / 2);

    private static Dictionary<string, object> Position(int at, int count) => new()
    {
        ["index"] = at + 1,
        ["index0"] = at,
        ["rindex"] = count - at,
        ["rindex0"] = count - at - 1,
        ["first"] = at == 0,
        ["last"] = at == count - 1,
        ["length"] = count,
    };

    private Flow Capture(LiquidNode.Capture node)
    {
        var text = new StringBuilder();
        var flow = Render(node.Body, text);
        if (text.Length > LiquidBudget.MaxValue)
            throw new LiquidLimitException($"a captured text is longer than {LiquidBudget.MaxValue:N0} characters");
        Budget.Work(text.Length);
        _context.SetValue(node.Name, new StringValue(text.ToString(), false));
        return flow;
    }

    private Flow Act(LiquidNode.Act node, StringBuilder output)
    {
        switch (node.Name)
        {
            case "break":
                return Flow.Break;
            case "continue":
                return Flow.Continue;
            case "assign":
                Assign(node);
                return Flow.On;
            case "echo":
                Value(node, node.Arguments, output);
                return Flow.On;
            case "cycle":
                Cycle(node, output);
                return Flow.On;
            case "increment" or "decrement":
                Count(node, output);
                return Flow.On;
            default:
                return Include(node, output);
        }
    }

    private void Assign(LiquidNode.Act node)
    {
        if (_expressions.Assignment(node.Arguments) is { } assignment)
            _context.SetValue(assignment.Identifier, Evaluate(assignment.Value));
        else
            Note(node, $"The tag \"assign {Posts.Excerpt.Of(node.Arguments, 100)}\" can't be read, and was left out.");
    }

    private void Cycle(LiquidNode.Act node, StringBuilder output)
    {
        var (group, values) = LiquidArguments.Grouped(node.Arguments);
        var texts = LiquidArguments.Split(values);
        if (texts.Count == 0 || texts.Any(text => _expressions.Value(text) is null))
        {
            Note(node, $"The tag \"cycle {node.Arguments}\" can't be read, and was left out.");
            return;
        }

        var at = _counts.GetValueOrDefault("cycle " + (group ?? values));
        _counts["cycle " + (group ?? values)] = at + 1;
        output.Append(_texts.Literal(Shown(Evaluate(_expressions.Value(texts[at % texts.Count])!))));
    }

    private void Count(LiquidNode.Act node, StringBuilder output)
    {
        var at = _counts.GetValueOrDefault("count " + node.Arguments);
        _counts["count " + node.Arguments] = node.Name == "increment" ? at + 1 : at - 1;
        output.Append(node.Name == "increment" ? at : at - 1);
    }

    private Flow Include(LiquidNode.Act node, StringBuilder output)
    {
        var (name, parameters) = LiquidArguments.Include(node.Arguments);
        if (name.StartsWith("{{", StringComparison.Ordinal))
            name = _expressions.Value(name.Trim('{', '}', ' ')) is { } named ? Shown(Evaluate(named)) : "";
        var template = node.Name == "include_relative" ? null : _library.Include(name);
        if (template is null || _included.Count >= MaxIncludes)
        {
            Leave(node, output, template is not null ? $"The file _includes/{name} includes itself, or too many others, and was left out."
                : node.Name == "include_relative" ? $"The file {name} is included from the folder beside it, which is not done here; put it into _includes."
                : $"There is no file _includes/{name}, and what includes it was left out.");
            return Flow.On;
        }

        var values = new Dictionary<string, FluidValue>(StringComparer.Ordinal);
        foreach (var (key, text, quoted) in parameters)
            values[key] = quoted ? new StringValue(text, false) : _expressions.Value(text) is { } expression ? Evaluate(expression) : NilValue.Instance;
        var outer = (_template, Parameters: _context.GetValue("include"));
        _included.Push((name, node.Start));
        _context.SetValue("include", FluidValue.Create(values, Options));
        _template = template;
        foreach (var (at, message) in template.Faults)
            Note(at, message);
        // What ends a loop within it ends none around it.
        Render(template.Nodes, output);
        _included.Pop();
        _template = outer._template;
        _context.SetValue("include", outer.Parameters);
        return Flow.On;
    }

    private FluidValue Evaluate(Expression expression)
    {
        Budget.Step();
        try
        {
            var task = expression.EvaluateAsync(_context);
            return task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is not LiquidLimitException and not OperationCanceledException)
        {
            // A filter throws what it likes at what it can't work on, such as a division by zero.
            return NilValue.Instance;
        }
    }

    private static void Wait(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
            task.AsTask().GetAwaiter().GetResult();
    }

    private void Note(LiquidNode node, string message) => Note(node.Start, message);

    private void Note(int at, string message)
    {
        if (_included.Count == 0)
        {
            _texts.Note(at, message);
            return;
        }

        var line = _template.Text.AsSpan(0, at).Count('\n') + 1;
        _texts.Note(_included.Last().At, string.Create(CultureInfo.InvariantCulture, $"In _includes/{_included.Peek().Name}, line {line}: {message}"));
    }

    private static TemplateOptions MakeOptions()
    {
        var options = new TemplateOptions { MaxRecursion = 1_000, TimeZone = TimeZoneInfo.Utc, Now = () => DateTimeOffset.UnixEpoch, CultureInfo = CultureInfo.InvariantCulture };
        JekyllFilters.AddTo(options.Filters);
        return options;
    }

    private enum Flow
    {
        On,
        Break,
        Continue,
    }
}
