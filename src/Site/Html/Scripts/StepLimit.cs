using Jint;

namespace Blobpress.Site.Html.Scripts;

/// <summary>Ends a script after a number of steps.</summary>
internal sealed class StepLimit : Constraint
{
    private const int CheckEvery = 4096;

    private long _most = long.MaxValue;
    private CancellationToken _cancel;

    /// <summary>What was taken since the last start.</summary>
    public long Steps { get; private set; }

    /// <summary>Begins to count.</summary>
    public void Start(long most, CancellationToken cancel) => (_most, _cancel, Steps) = (most, cancel, 0);

    // The engine calls it before and after each call from outside; counting begins with Start alone.
    public override void Reset()
    {
    }

    public override void Check()
    {
        if (++Steps > _most)
            throw new StepsExceededException();
        if (Steps % CheckEvery == 0)
            _cancel.ThrowIfCancellationRequested();
    }
}

/// <summary>A script took more steps than it may.</summary>
internal sealed class StepsExceededException() : Exception("The script takes too long.");
