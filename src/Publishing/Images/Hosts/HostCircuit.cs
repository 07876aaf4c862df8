namespace Blobpress.Publishing.Images.Hosts;

/// <summary>What all instances know of a host that gives no answer.</summary>
public sealed record HostCircuit
{
    /// <summary>What it did instead, as a part of a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>How often it was tried in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>Nobody asks it until then; whoever comes first then asks for one image.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>True while one image is being asked for.</summary>
    public bool IsProbed { get; init; }
}
