using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Jint;
using Jint.Runtime;

namespace Blobpress.Site.Html.Scripts;

/// <summary>
/// Runs one library in engines that nothing else is in reach of, as many at once as there are processors, four at most. An engine takes
/// tens of megabytes, and is made when it is first asked for.
/// </summary>
/// <param name="load">Loads the library into a new engine.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as the process; its semaphore holds no handle.")]
internal sealed class ScriptPool(Action<Engine> load)
{
    // How often a function may be on the stack: whatever text nests deeper is refused long before the stack ends, which nothing could catch.
    private const int MaxRecursion = 40;

    // A last resort: what is counted ends long before it.
    private static readonly TimeSpan MaxMatch = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<(Engine Engine, StepLimit Limit)> _idle = [];
    private readonly SemaphoreSlim _free = new(Math.Clamp(Environment.ProcessorCount, 1, 4));

    /// <summary>Calls a function of the library.</summary>
    /// <param name="budget">Gives the steps; they are spent whatever comes out.</param>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">Texts, numbers and truth values.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The text it gives, or why there is none: the library's own message, or that it takes too long or nests too deeply.</returns>
    /// <param name="prepare">What is to be done in an engine before, which is not counted: another engine may have it done already.</param>
    public ScriptResult Call(ScriptBudget budget, string function, object[] arguments, CancellationToken cancel, Action<Engine>? prepare = null)
    {
        _free.Wait(cancel);
        try
        {
            var script = _idle.TryTake(out var idle) ? idle : Make();
            script.Limit.Start(long.MaxValue, cancel);
            prepare?.Invoke(script.Engine);
            script.Limit.Start(budget.Piece, cancel);
            try
            {
                var result = Call(script.Engine, function, arguments);
                if (result.Failure is null || result.IsWhole)
                    _idle.Add(script);
                return result;
            }
            finally
            {
                budget.Spend(script.Limit.Steps);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    private static ScriptResult Call(Engine engine, string function, object[] arguments)
    {
        try
        {
            return new(engine.Invoke(function, arguments).AsString(), null, true);
        }
        catch (JavaScriptException thrown)
        {
            return new("", thrown.Message, true);
        }
        catch (Exception stopped) when (stopped is StepsExceededException or RegexMatchTimeoutException)
        {
            return new("", "it takes too long", false);
        }
        catch (RecursionDepthOverflowException)
        {
            return new("", "it nests too deeply", false);
        }
    }

    private (Engine Engine, StepLimit Limit) Make()
    {
        var limit = new StepLimit();
        var engine = new Engine(options => options.LimitRecursion(MaxRecursion).RegexTimeoutInterval(MaxMatch).Constraint(limit));
        load(engine);
        return (engine, limit);
    }
}

/// <summary>What came of a call.</summary>
/// <param name="Text">What the function gave.</param>
/// <param name="Failure">Why there is none, or null.</param>
/// <param name="IsWhole">False where the script was stopped in the middle.</param>
internal readonly record struct ScriptResult(string Text, string? Failure, bool IsWhole);
