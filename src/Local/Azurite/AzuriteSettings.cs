namespace Blobpress.Local.Azurite;

/// <summary>Where an Azurite lives.</summary>
public sealed record AzuriteSettings
{
    /// <summary>The folder of its data, made where missing; null keeps everything in memory until it stops.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Where Azurite is installed on first use; by default the project's <c>.local/azurite</c>, shared by all.</summary>
    public string InstallFolder { get; init; } = Path.Combine(ProjectFolder.Local, "azurite");

    /// <summary>Is told of a first installation.</summary>
    public TextWriter Progress { get; init; } = Console.Out;

    /// <summary>False leaves Azurite's search through whole tables as it is, to compare with.</summary>
    internal bool QueriesByPartition { get; init; } = true;
}
