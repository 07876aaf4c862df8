namespace Blobpress.Publishing.Images.Network;

/// <summary>Carries a broken rule through the HTTP handler; the fetcher turns it into a result.</summary>
internal sealed class AddressRefusedException(string rule) : IOException(rule);
