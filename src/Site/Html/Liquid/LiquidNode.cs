namespace Blobpress.Site.Html.Liquid;

/// <summary>A part of a template that is understood.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows it begins; for a block, its end tag included.</param>
internal abstract record LiquidNode(int Start, int End)
{
    /// <summary>What stands between tags.</summary>
    public sealed record Text(int Start, int End) : LiquidNode(Start, End);

    /// <summary>What is shown as it is written, whatever it looks like.</summary>
    public sealed record Raw(int Start, int End) : LiquidNode(Start, End);

    /// <summary>A tag that Liquid itself does not have: others expand it.</summary>
    public sealed record Written(int Start, int End, string Name) : LiquidNode(Start, End);

    /// <summary><c>{{ expression }}</c></summary>
    public sealed record Value(int Start, int End, string Expression) : LiquidNode(Start, End);

    /// <summary><c>if</c> and <c>unless</c>: the first branch that holds.</summary>
    public sealed record If(int Start, int End, bool Unless, IReadOnlyList<LiquidBranch> Branches) : LiquidNode(Start, End);

    /// <summary><c>case</c>: the branches whose values equal the subject's, else the one without values.</summary>
    public sealed record Case(int Start, int End, string Subject, IReadOnlyList<LiquidBranch> Branches) : LiquidNode(Start, End);

    /// <summary><c>for</c>.</summary>
    public sealed record For(int Start, int End, string Header, IReadOnlyList<LiquidNode> Body, IReadOnlyList<LiquidNode> Else) : LiquidNode(Start, End);

    /// <summary><c>capture</c>.</summary>
    public sealed record Capture(int Start, int End, string Name, IReadOnlyList<LiquidNode> Body) : LiquidNode(Start, End);

    /// <summary>A tag that stands alone: <c>assign</c>, <c>include</c>, <c>cycle</c>, <c>increment</c>, <c>break</c> and the like.</summary>
    public sealed record Act(int Start, int End, string Name, string Arguments) : LiquidNode(Start, End);
}

/// <summary>A branch of a condition.</summary>
/// <param name="Condition">What it asks for; null for <c>else</c>.</param>
/// <param name="At">Where its tag begins.</param>
/// <param name="Body">What it encloses.</param>
internal sealed record LiquidBranch(string? Condition, int At, IReadOnlyList<LiquidNode> Body);
