namespace Blobpress.Site.Html.Liquid;

/// <summary>How much work the Liquid of one text may still be.</summary>
internal sealed class LiquidBudget(int length)
{
    /// <summary>The most characters of a value that a template makes.</summary>
    public const int MaxValue = 200_000;

    /// <summary>The most items of a list that a template makes or goes through.</summary>
    public const int MaxItems = 20_000;

    private const int MaxSteps = 100_000;
    private const int MaxGrowth = 1_000_000;
    private const long MaxWork = 50_000_000;

    private int _steps = MaxSteps;
    private long _work = MaxWork;

    /// <summary>The most characters that may come out.</summary>
    public int MaxOutput { get; } = length + MaxGrowth;

    /// <summary>Takes one tag or value.</summary>
    /// <exception cref="LiquidLimitException">There were too many.</exception>
    public void Step()
    {
        if (--_steps < 0)
            throw new LiquidLimitException($"the Liquid takes more than {MaxSteps:N0} steps");
    }

    /// <summary>Takes work on so many characters or items.</summary>
    /// <exception cref="LiquidLimitException">It was too much.</exception>
    public void Work(long amount)
    {
        if ((_work -= amount) < 0)
            throw new LiquidLimitException("the Liquid takes too much work");
    }

    /// <summary>Looks at the length of what comes out.</summary>
    /// <exception cref="LiquidLimitException">It is too long.</exception>
    public void Output(int length)
    {
        if (length > MaxOutput)
            throw new LiquidLimitException($"the Liquid makes more than {MaxGrowth:N0} characters of it");
    }
}

/// <summary>The Liquid of a text is too much work.</summary>
internal sealed class LiquidLimitException(string message) : Exception(message);
