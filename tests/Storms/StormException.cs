namespace Blobpress.Storms;

/// <summary>What a storm must not do was done; the message says what.</summary>
public sealed class StormException(string message, Exception? cause = null) : Exception(message, cause);
