namespace Blobpress.Functions.Tests.Hosting;

/// <summary>A worker process ended, or did not start.</summary>
public sealed class WorkerGoneException(string message, Exception? inner = null) : Exception(message, inner);
