namespace Blobpress.Publishing.Images.Network;

/// <summary>What came of waiting for a place at a host.</summary>
/// <param name="Place">To be disposed of; null where there is none to be had.</param>
/// <param name="Silence">Why the host is left alone, where it failed just now; else null.</param>
internal readonly record struct GateEntry(IDisposable? Place, string? Silence);
