using Blobpress.Benchmarks.Images;
using Blobpress.Benchmarks.Storms;

return args switch
{
    ["images"] => await ImagesBenchmark.RunAsync(),
    ["images", .. var part] => await ImagesParts.RunAsync(part),
    ["storm", .. var options] => StormCommand.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Benchmarks images
               Benchmarks storm [--histories N] [--seed S]
        """);
    return 2;
}
