namespace Blobpress.Local;

/// <summary>What the local host tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Every post was published, or is a draft or scheduled.</summary>
    public const int Fine = 0;

    /// <summary>A post was rejected.</summary>
    public const int Rejected = 1;

    /// <summary>The arguments, the machine or the storage; a sentence on standard error says which.</summary>
    public const int UsageOrEnvironment = 2;
}
