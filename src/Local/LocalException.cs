namespace Blobpress.Local;

/// <summary>Something about this machine or the command line that its user can put right; the message says how.</summary>
public sealed class LocalException : Exception
{
    public LocalException(string message)
        : base(message)
    {
    }

    public LocalException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
