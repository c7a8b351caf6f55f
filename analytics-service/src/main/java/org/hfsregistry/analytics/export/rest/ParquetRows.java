package org.hfsregistry.analytics.export.rest;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.hfsregistry.analytics.export.Column;
import org.hfsregistry.analytics.export.Column.Form;
import org.hfsregistry.analytics.export.Export;

/**
 * Rows as Parquet, with the schema that the table of columns gives; what data it is of stands in the file, too. Not compressed:
 * codes in dictionaries are small anyway, and compressing would take in Hadoop.
 */
final class ParquetRows {
    private ParquetRows() {}

    static void write(Export export, OutputStream out) throws IOException {
        try (CarpetWriter<Export.Row> parquet = new CarpetWriter.Builder<>(out, Export.Row.class)
                .withWriteRecordModel(schema())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withExtraMetaData("hfs.asOf", export.asOf().toString())
                .withExtraMetaData(
                        "hfs.dataVersion", Long.toString(export.positions().dataVersion()))
                .build()) {
            for (int place = 0; place < export.rows(); place++) {
                parquet.write(export.row(place));
            }
        }
    }

    private static WriteRecordModelType<Export.Row> schema() {
        WriteRecordModelType<Export.Row> schema = FieldTypes.writeRecordModel(Export.Row.class);
        List<Column> columns = Export.columns();
        for (int place = 0; place < columns.size(); place++) {
            int column = place;
            schema.withField(
                    columns.get(place).name(),
                    type(columns.get(place).form()),
                    row -> row.value(column).orElse(null));
        }
        return schema;
    }

    private static FieldType type(Form form) {
        return switch (form) {
            case Form.Whole _ -> FieldTypes.INTEGER;
            case Form.Hundredths _ -> FieldTypes.DOUBLE;
            case Form.Flag _ -> FieldTypes.BOOLEAN;
            case Form.Code _, Form.Hospital _ -> FieldTypes.STRING;
        };
    }
}
