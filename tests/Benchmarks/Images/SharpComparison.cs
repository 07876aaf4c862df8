using Blobpress.Site.Settings;

namespace Blobpress.Benchmarks.Images;

/// <summary>The same photographs through Blobpress and through sharp: five widths, WebP and JPEG.</summary>
internal sealed record SharpComparison(PartUsage Ours, IReadOnlyList<FormatTotal> OurFiles, PartUsage? Sharps, IReadOnlyList<FormatTotal> SharpsFiles)
{
    private const int Rounds = 5;

    public double? CpuRatio => Ours.Milliseconds / Sharps?.Milliseconds;

    public static async Task<SharpComparison> MeasureAsync(IReadOnlyList<string> photographs, string folder)
    {
        var ours = Directory.CreateDirectory(Path.Combine(folder, "ours")).FullName;
        var sharps = Directory.CreateDirectory(Path.Combine(folder, "sharps")).FullName;
        var usage = await PartProcess.RunSelfAsync(["resize", ours, $"{Rounds}", .. photographs]);
        var sharp = await SharpInstallation.FindAsync();
        var theirs = sharp is null ? null : await PartProcess.RunAsync(
            "node", [Path.Combine(AppContext.BaseDirectory, "Images", "sharp.mjs"), sharp, sharps, $"{Rounds}", .. photographs]);
        return new(usage, Totals(photographs, ours), theirs, theirs is null ? [] : Totals(photographs, sharps));
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| five widths, two photographs | CPU ms | WebP bytes | WebP SSIM | JPEG bytes | JPEG SSIM |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        PrintRow(output, "Blobpress", Ours, OurFiles);
        if (Sharps is null)
            output.WriteLine("| sharp could not be installed | | | | | |");
        else
            PrintRow(output, $"sharp {SharpInstallation.Version}", Sharps, SharpsFiles);
        output.WriteLine(FormattableString.Invariant($"| ratio | {CpuRatio:0.000} | | | | |"));
        output.WriteLine();
    }

    private static void PrintRow(TextWriter output, string name, PartUsage usage, IReadOnlyList<FormatTotal> files) =>
        output.WriteLine(FormattableString.Invariant(
            $"| {name} | {usage.Milliseconds:0} | {files[0].Bytes:N0} | {files[0].Ssim:0.0000} | {files[1].Bytes:N0} | {files[1].Ssim:0.0000} |"));

    private static List<FormatTotal> Totals(IReadOnlyList<string> photographs, string folder) =>
        [.. new[] { "webp", "jpg" }.Select(extension => FormatTotal.Of(photographs, folder, extension, new ImageSettings().Widths))];
}
