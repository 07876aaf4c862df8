namespace Blobpress.Publishing.Images.Network;

/// <summary>A body that is not read to its end; the fetcher turns it into a result.</summary>
internal sealed class BodyRefusedException : IOException
{
    private BodyRefusedException(string message, bool permanent)
        : base(message) => Permanent = permanent;

    /// <summary>False where another time may do.</summary>
    public bool Permanent { get; }

    public static BodyRefusedException TooLong(long most) => new($"more than {most} bytes", permanent: true);

    public static BodyRefusedException NoMemory() => new("too many large images at once", permanent: false);
}
