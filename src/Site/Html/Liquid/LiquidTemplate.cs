namespace Blobpress.Site.Html.Liquid;

/// <summary>A text with its Liquid tags understood. Tags that open or end nothing are told of, and what they stand beside stays.</summary>
internal sealed class LiquidTemplate
{
    private const int MaxDepth = 50;

    private readonly IReadOnlyList<LiquidToken> _tokens;
    private readonly Dictionary<int, int> _commentEnds;
    private readonly List<(int At, string Message)> _faults = [];
    private readonly List<string> _open = [];
    private int _next;

    private LiquidTemplate(string text)
    {
        Text = text;
        _tokens = LiquidScanner.Scan(text);
        _commentEnds = CommentEnds(_tokens);
        Nodes = Read(null);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Its parts in order.</summary>
    public IReadOnlyList<LiquidNode> Nodes { get; }

    /// <summary>Where a tag is out of place, and why.</summary>
    public IReadOnlyList<(int At, string Message)> Faults => _faults;

    /// <summary>Reads a text, in time linear in its length.</summary>
    public static LiquidTemplate Parse(string text) => new(text);

    // Up to the end of the text, or to a tag that only a block around this has use for, which is left.
    private List<LiquidNode> Read(string? block)
    {
        var nodes = new List<LiquidNode>();
        while (_next < _tokens.Count)
        {
            var token = _tokens[_next];
            if (token.Kind == LiquidTokenKind.Tag && Divides(token.Name))
            {
                if (block is not null && Belongs(token.Name, block))
                    return nodes;
                if (token.Name.StartsWith("end", StringComparison.Ordinal) && _open.Contains(token.Name[3..]))
                    return nodes;
                _next++;
                _faults.Add((token.Start, $"The tag \"{token.Name}\" belongs to nothing before it, and was left out."));
                continue;
            }

            _next++;
            nodes.AddRange(Node(token));
        }

        return nodes;
    }

    private static bool Divides(string name) =>
        name is "else" or "elsif" or "when" or "endif" or "endunless" or "endcase" or "endfor" or "endcapture" or "endcomment" or "endraw" or "endifchanged";

    private static bool Belongs(string name, string block) => name == "end" + block || name switch
    {
        "else" => block is "if" or "unless" or "case" or "for",
        "elsif" => block is "if" or "unless",
        "when" => block is "case",
        _ => false,
    };

    private IEnumerable<LiquidNode> Node(LiquidToken token)
    {
        switch (token.Kind)
        {
            case LiquidTokenKind.Text:
                return [new LiquidNode.Text(token.Start, token.End)];
            case LiquidTokenKind.Raw:
                return [new LiquidNode.Raw(token.Start, token.End)];
            case LiquidTokenKind.Value:
                return [new LiquidNode.Value(token.Start, token.End, token.Text)];
        }

        switch (token.Name)
        {
            case "if" or "unless" or "case" or "for" or "capture" or "ifchanged" when _open.Count >= MaxDepth:
                _faults.Add((token.Start, $"The tag \"{token.Name}\" is too deep within others, and was left out."));
                return [];
            case "if" or "unless" or "case" or "for" or "capture" or "ifchanged":
                return Block(token);
            case "comment":
                return Comment(token);
            case "#":
                return [];
            case "raw":
                _faults.Add((token.Start, "The tag \"raw\" is never closed, and was left out."));
                return [];
            case "assign" or "include" or "include_cached" or "include_relative" or "cycle" or "increment" or "decrement" or "break" or "continue" or "echo":
                return [new LiquidNode.Act(token.Start, token.End, token.Name, token.Text)];
            default:
                return [new LiquidNode.Written(token.Start, token.End, token.Name)];
        }
    }

    private IReadOnlyList<LiquidNode> Block(LiquidToken open)
    {
        var branches = new List<LiquidBranch>();
        var (condition, at) = ((string?)open.Text, open.Start);
        _open.Add(open.Name);
        while (true)
        {
            branches.Add(new(condition, at, Read(open.Name)));
            if (_next >= _tokens.Count || !Belongs(_tokens[_next].Name, open.Name))
                break;
            var token = _tokens[_next++];
            if (token.Name == "end" + open.Name)
            {
                _open.RemoveAt(_open.Count - 1);
                return [Closed(open, token.End, branches)];
            }

            (condition, at) = (token.Name == "else" ? null : token.Text, token.Start);
        }

        _open.RemoveAt(_open.Count - 1);
        _faults.Add((open.Start, $"The tag \"{open.Name}\" is never closed; what follows it is shown."));
        return [.. branches.SelectMany(branch => branch.Body)];
    }

    private static LiquidNode Closed(LiquidToken open, int end, List<LiquidBranch> branches) => open.Name switch
    {
        "if" or "unless" => new LiquidNode.If(open.Start, end, open.Name == "unless", branches),
        // What stands before the first value belongs to none.
        "case" => new LiquidNode.Case(open.Start, end, open.Text, branches[1..]),
        "for" => new LiquidNode.For(open.Start, end, open.Text, branches[0].Body, [.. branches.Skip(1).SelectMany(branch => branch.Body)]),
        "capture" => new LiquidNode.Capture(open.Start, end, open.Text.Trim('"', '\'', ' '), branches[0].Body),
        _ => new LiquidNode.If(open.Start, end, false, [new(null, open.Start, branches[0].Body)]),
    };

    private LiquidNode[] Comment(LiquidToken open)
    {
        if (_commentEnds.TryGetValue(_next - 1, out var end))
            _next = end + 1;
        else
            _faults.Add((open.Start, "The tag \"comment\" is never closed; what follows it is shown."));
        return [];
    }

    // By the place of each tag that begins one the place of the tag that ends it.
    private static Dictionary<int, int> CommentEnds(IReadOnlyList<LiquidToken> tokens)
    {
        var ends = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at] is { Kind: LiquidTokenKind.Tag, Name: "comment" })
                open.Push(at);
            else if (tokens[at] is { Kind: LiquidTokenKind.Tag, Name: "endcomment" } && open.TryPop(out var begin))
                ends[begin] = at;
        }

        return ends;
    }
}
