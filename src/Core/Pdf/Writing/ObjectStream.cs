namespace Produktreport.Core.Pdf.Writing;

/// <summary>Small objects packed and compressed together (ISO 32000-1, 7.5.7).</summary>
internal sealed class ObjectStream
{
    /// <summary>Enough for compression to pay, few enough for a viewer to open one page quickly.</summary>
    public const int Capacity = 200;

    private readonly ByteBuffer index = new(2048);
    private readonly ByteBuffer objects = new(16384);

    public int Count { get; private set; }
    public ObjectId Id { get; private set; }
    public bool IsFull => Count == Capacity;

    public void Start(ObjectId id)
    {
        Id = id;
        Count = 0;
        index.Clear();
        objects.Clear();
    }

    /// <summary>Begins the next object; its body is written into the returned buffer.</summary>
    public ByteBuffer Next(ObjectId id)
    {
        if (Count > 0)
            objects.Add((byte)'\n');
        index.Add((long)id.Number).Add((byte)' ').Add((long)objects.Length).Add((byte)' ');
        Count++;
        return objects;
    }

    public (int First, byte[] Data) Finish()
    {
        var first = index.Length;
        return (first, Deflate.Compress(index.Add(objects.Written).Written));
    }
}
