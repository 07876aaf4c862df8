namespace Blobpress.StorageDouble;

/// <summary>A message as an enumeration shows it.</summary>
/// <param name="Text">Its text as it was sent, still encoded.</param>
/// <param name="DequeueCount">How often it was taken.</param>
/// <param name="IsVisible">Whether a receiver would get it now.</param>
public sealed record StoredMessage(string Text, int DequeueCount, bool IsVisible);
