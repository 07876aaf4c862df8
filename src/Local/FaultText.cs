namespace Blobpress.Local;

/// <summary>Makes one line of what the storage's SDK says: its messages go on with headers and bodies.</summary>
internal static class FaultText
{
    /// <summary>The first line of a fault's message; of the first try's where the SDK threw an aggregate of all its tries.</summary>
    public static string FirstLine(Exception fault) =>
        (fault is AggregateException { InnerException: { } first } ? first : fault).Message.Split('\n')[0].Trim();
}
