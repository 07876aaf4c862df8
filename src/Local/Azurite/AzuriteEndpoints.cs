namespace Blobpress.Local.Azurite;

/// <summary>Where the three services of an Azurite listen.</summary>
internal sealed record AzuriteEndpoints(Uri Blob, Uri Queue, Uri Table)
{
    private const string Account = "devstoreaccount1";

    // Published with Azurite and the same in every copy; it opens nothing but an emulator.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={new Uri(Blob, Account)};QueueEndpoint={new Uri(Queue, Account)};TableEndpoint={new Uri(Table, Account)};";
}
